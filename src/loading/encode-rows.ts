import type { Properties, PropertyValue } from "../dataset/graph-mapping.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";

/** Properties by the type that Neo4j gives them: texts, integers and lists as they are, days and times, floats. */
export interface TypedProperties {
  readonly properties: Properties;
  readonly dates: Properties;
  readonly numbers: Properties;
}

export interface EncodedNode extends TypedProperties {
  readonly labels: readonly string[];
  readonly stagedLabels: readonly string[] | null;
}

/** `[type, from, to]`, the ends as numbers in the list of all nodes of the batch. */
export type PlainRelation = readonly [string, number, number];
export type RichRelation = readonly [string, number, number, Properties, Properties];

const DATES: ReadonlySet<string> = new Set(["earliest", "latest", "recordedAt", "retractedAt"]);
const FLOATS: ReadonlySet<string> = new Set(["value", "valueMax", "polarity"]);
const NOTHING: Properties = Object.freeze({});

/** Sorts properties by the type that Neo4j gives them. */
export function splitByType(all: Properties): TypedProperties {
  const properties: Record<string, PropertyValue> = {};
  const dates: Record<string, PropertyValue> = {};
  const numbers: Record<string, PropertyValue> = {};
  for (const name in all) {
    const target = DATES.has(name) ? dates : FLOATS.has(name) ? numbers : properties;
    target[name] = all[name] as PropertyValue;
  }
  return { properties, dates, numbers };
}

/** Turns a node into a parameter of `load/create-rows`, or of `load/stage-rows` where it is to stay out of sight. */
export function encodeNode(row: NodeRow, isStaged: boolean): EncodedNode {
  const typed = splitByType(row.properties);
  if (!isStaged) return { ...typed, labels: row.labels, stagedLabels: null };
  if (row.labels.includes("Statement"))
    return { ...typed, labels: ["Staged", "StagedStatement"], stagedLabels: null };
  return { ...typed, labels: ["Staged", "StagedRecord"], stagedLabels: row.labels };
}

/** Turns a relation into a parameter; `numberOf` gives the place of a node in the list of all nodes of the batch. */
export function encodeRelation(
  { type, from, to, properties }: RelationRow,
  numberOf: (id: string) => number,
): PlainRelation | RichRelation {
  const ends = [type, numberOf(from), numberOf(to)] as const;
  if (Object.keys(properties).length === 0) return ends;
  const { earliest, latest, ...texts } = properties;
  const dates = {
    ...(earliest === undefined ? NOTHING : { earliest }),
    ...(latest === undefined ? NOTHING : { latest }),
  };
  return [...ends, texts, dates];
}

/** Tells whether a relation carries properties. */
export function isRich(relation: PlainRelation | RichRelation): relation is RichRelation {
  return relation.length > 3;
}
