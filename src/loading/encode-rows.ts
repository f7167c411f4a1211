import { asDay, asFloat, asInstant, type TypedValue } from "../database/typed-values.ts";
import type { Properties, PropertyValue } from "../dataset/graph-mapping.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";

/** Properties as they are sent to Neo4j. */
export type StoredProperties = Readonly<Record<string, PropertyValue | TypedValue>>;

export interface EncodedNode {
  readonly labels: readonly string[];
  readonly properties: StoredProperties;
}

/** `[type, from, to]`, the ends as numbers in the list of all nodes of the batch. */
export type PlainRelation = readonly [string, number, number];
export type RichRelation = readonly [string, number, number, StoredProperties];

/** The type that Neo4j gives to properties of some names; others are texts, integers, booleans and lists, as they are. */
export const STORED_TYPES: Readonly<Record<string, "date" | "datetime" | "double">> = {
  earliest: "date",
  latest: "date",
  at: "datetime",
  recordedAt: "datetime",
  retractedAt: "datetime",
  value: "double",
  valueMax: "double",
  polarity: "double",
};

/** Gives properties the types that Neo4j stores them as. */
export function encodeProperties(properties: Properties): StoredProperties {
  const encoded: Record<string, PropertyValue | TypedValue> = {};
  for (const name in properties) encoded[name] = encodeValue(name, properties[name] as PropertyValue);
  return encoded;
}

function encodeValue(name: string, value: PropertyValue): PropertyValue | TypedValue {
  switch (STORED_TYPES[name]) {
    case "date":
      return asDay(value as string);
    case "datetime":
      return asInstant(value as string);
    case "double":
      return asFloat(value as number);
    default:
      return value;
  }
}

/** Turns a node into a parameter of `load/create-rows`. */
export function encodeNode({ labels, properties }: NodeRow): EncodedNode {
  return { labels, properties: encodeProperties(properties) };
}

/**
 * Turns a node into a parameter of `load/stage-rows`, which keeps it out of sight. Only `Staged` nodes can be found again by
 * their ids: statements, of which there are many, are such only where that is needed.
 */
export function encodeStaged(row: NodeRow, isEntangled: (id: string) => boolean = () => true): EncodedNode {
  const properties = encodeProperties(row.properties);
  if (!row.labels.includes("Statement"))
    return { labels: ["Staged", "StagedRecord"], properties: { ...properties, stagedLabels: row.labels } };
  return { labels: isEntangled(row.id) ? ["Staged", "StagedStatement"] : ["StagedStatement"], properties };
}

/** Turns a relation into a parameter; `numberOf` gives the place of a node in the list of all nodes of the batch. */
export function encodeRelation(
  { type, from, to, properties }: RelationRow,
  numberOf: (id: string) => number,
): PlainRelation | RichRelation {
  const ends = [type, numberOf(from), numberOf(to)] as const;
  return Object.keys(properties).length === 0 ? ends : [...ends, encodeProperties(properties)];
}

/** Tells whether a relation carries properties. */
export function isRich(relation: PlainRelation | RichRelation): relation is RichRelation {
  return relation.length > 3;
}
