import neo4j, { type Integer } from "neo4j-driver";
import type { Parameters, Row } from "./database.ts";
import { FloatValue } from "./typed-values.ts";

interface NodeLike {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

interface RelationshipLike {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How nodes and relationships are shown: their properties alone, or with labels and type beside them. */
export type EntityShape = "PROPERTIES" | "LABELLED";

/**
 * Turns what the driver gives into plain values that JSON can hold.
 *
 * Integers become numbers, or strings of digits beyond ±(2^53 − 1). DATE becomes `2022-03-29`, DATETIME
 * `2022-03-29T12:00:00.5Z` (in UTC, no trailing zeros), other times and durations their ISO text.
 * Nodes and relationships become their properties, or `{labels, properties}` and `{type, properties}`; a path becomes
 * `{nodes, relationships}`.
 */
export function toPlainValue(value: unknown, shape: EntityShape = "PROPERTIES"): unknown {
  if (value === null || typeof value !== "object")
    return typeof value === "bigint" ? plainBigint(value) : value;
  if (Array.isArray(value)) return value.map((item) => toPlainValue(item, shape));
  // Maps are by far the most: the driver's own types have classes of their own.
  if (Object.getPrototypeOf(value) === Object.prototype)
    return toPlainProperties(value as Record<string, unknown>, shape);
  if (neo4j.isInt(value)) return plainInteger(value);
  if (neo4j.isDateTime(value)) return plainDateTime(value);
  if (isTemporal(value)) return value.toString();
  if (neo4j.isNode(value)) return plainNode(value, shape);
  if (neo4j.isRelationship(value) || neo4j.isUnboundRelationship(value))
    return plainRelationship(value, shape);
  if (neo4j.isPath(value)) return plainPath(value, shape);
  if (neo4j.isPoint(value)) return toPlainProperties({ ...value }, shape);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  return toPlainProperties(value as Record<string, unknown>, shape);
}

/**
 * Turns parameters into what the driver sends as the types of the data model.
 *
 * Whole numbers are sent as integers, so that `LIMIT $limit` and stored counts are right. What is to be stored as a float, a
 * day or a time comes as one of `typed-values.ts`, or is a number or ISO text that the query wraps in `toFloat($value)`,
 * `date($earliest)`, `datetime($recordedAt)`. Absent (undefined) values are sent as null.
 */
export function toNeo4jParameters(parameters: Parameters): Record<string, unknown> {
  const converted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) converted[name] = toNeo4jValue(value);
  return converted;
}

/** Turns the keys of a record of the driver into a row. */
export function toRow<R extends Row>(
  record: { readonly keys: readonly PropertyKey[]; get(key: number): unknown },
  shape?: EntityShape,
): R {
  const row: Row = {};
  for (const [index, key] of record.keys.entries()) row[String(key)] = toPlainValue(record.get(index), shape);
  return row as R;
}

function toNeo4jValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(toNeo4jValue);
  if (value instanceof Date) return toUtcDateTime(value);
  if (value instanceof FloatValue) return value.number;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return toNeo4jParameters(value as Parameters);
}

function toPlainProperties(properties: Readonly<Record<string, unknown>>, shape: EntityShape): Row {
  const plain: Row = {};
  for (const [name, value] of Object.entries(properties)) plain[name] = toPlainValue(value, shape);
  return plain;
}

function plainNode(node: NodeLike, shape: EntityShape): Row {
  const properties = toPlainProperties(node.properties, shape);
  return shape === "PROPERTIES" ? properties : { labels: [...node.labels], properties };
}

function plainRelationship(relationship: RelationshipLike, shape: EntityShape): Row {
  const properties = toPlainProperties(relationship.properties, shape);
  return shape === "PROPERTIES" ? properties : { type: relationship.type, properties };
}

function plainPath(
  path: {
    readonly start: NodeLike;
    readonly segments: readonly { readonly relationship: RelationshipLike; readonly end: NodeLike }[];
  },
  shape: EntityShape,
): Row {
  return {
    nodes: [path.start, ...path.segments.map((segment) => segment.end)].map((node) => plainNode(node, shape)),
    relationships: path.segments.map((segment) => plainRelationship(segment.relationship, shape)),
  };
}

function plainInteger(value: Integer): number | string {
  return value.inSafeRange() ? value.toNumber() : value.toString();
}

function plainBigint(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function plainDateTime(value: InstanceType<typeof neo4j.types.DateTime>): string {
  const seconds = value.toStandardDate().toISOString().slice(0, "2022-03-29T12:00:00".length);
  const fraction = String(value.nanosecond).padStart(9, "0").replace(/0+$/, "");
  return fraction === "" ? `${seconds}Z` : `${seconds}.${fraction}Z`;
}

function toUtcDateTime(date: Date): unknown {
  const { DateTime } = neo4j.types;
  const utc = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()] as const;
  return new DateTime(...utc, ...time, date.getUTCMilliseconds() * 1_000_000, 0);
}
