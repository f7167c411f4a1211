import type { GraphRows, NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { ownerOf } from "../dataset/records-from-graph.ts";

/** A record in the graph: its node, and the relations that come from the same row or belong to it. */
export interface Fragment<R extends RelationRow = RelationRow> {
  readonly node: NodeRow;
  readonly relations: readonly R[];
}

/** Groups rows by the record that they belong to, by its id; what corrects what is left out, since it follows from ids. */
export function toFragments<R extends RelationRow>(rows: {
  readonly nodes: readonly NodeRow[];
  readonly relations: readonly R[];
}): Map<string, Fragment<R>> {
  const relations = new Map<string, R[]>(rows.nodes.map((node) => [node.id, []]));
  for (const relation of rows.relations)
    if (relation.type !== "CORRECTS") relations.get(ownerOf(relation))?.push(relation);
  return new Map(rows.nodes.map((node) => [node.id, { node, relations: relations.get(node.id) ?? [] }]));
}

/** Puts fragments side by side as rows again. */
export function fromFragments(fragments: Iterable<Fragment>): GraphRows {
  const all = [...fragments];
  return { nodes: all.map(({ node }) => node), relations: all.flatMap(({ relations }) => relations) };
}

/** Tells whether a record is a statement. */
export function isStatement({ node }: Fragment): boolean {
  return node.labels.includes("Statement");
}

/** Tells whether a record is kept for history alone. */
export function isRetired({ node }: Fragment): boolean {
  if (node.labels.includes("Statement")) return node.properties.retractedAt !== undefined;
  return node.labels.some((label) => label.startsWith("Retired"));
}

/** Gives a text that is equal for equal relations. */
export function relationKey({ type, from, to, properties }: RelationRow): string {
  return `${type} ${from} ${to} ${canonicalText(properties)}`;
}

/** Gives a text that is equal for equal nodes. */
export function nodeKey({ id, labels, properties }: NodeRow): string {
  return `${id} ${labels.join(" ")} ${canonicalText(properties)}`;
}

/** Writes properties as JSON in the order of their names. */
export function canonicalText(properties: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(properties);
  if (names.length === 0) return "";
  return JSON.stringify(names.sort().map((name) => [name, properties[name]]));
}
