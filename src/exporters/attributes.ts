import type { MeasureColumn, Network, NetworkEdge, NetworkNode, Spell } from "../network/network.ts";
import type { ExportContext } from "./export-context.ts";

/** A property of nodes or edges as files name and type it; null: the thing has none. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: "string" | "integer" | "double";
  readonly read: (thing: T, place: number) => string | number | null;
}

/** Separates the items of a list inside one value. */
export const LIST_SEPARATOR = "|";

const NODE_ATTRIBUTES: readonly Attribute<NetworkNode>[] = [
  { name: "name", type: "string", read: (node) => node.name },
  { name: "mode", type: "string", read: (node) => node.mode },
  { name: "kind", type: "string", read: (node) => node.kind },
  { name: "aliases", type: "string", read: (node) => joinList(node.aliases) },
  { name: "caseRole", type: "string", read: (node) => node.caseRole },
  { name: "iso3", type: "string", read: (node) => node.iso3 },
  { name: "wikidata", type: "string", read: (node) => node.wikidata },
  { name: "statementCount", type: "integer", read: (node) => node.statementCount },
  { name: "first", type: "string", read: (node) => node.first },
  { name: "last", type: "string", read: (node) => node.last },
];

const EDGE_ATTRIBUTES: readonly Attribute<NetworkEdge>[] = [
  { name: "kind", type: "string", read: (edge) => edge.kind },
  { name: "weight", type: "double", read: (edge) => edge.weight },
  { name: "positive", type: "double", read: (edge) => edge.positive },
  { name: "negative", type: "double", read: (edge) => edge.negative },
  { name: "statementCount", type: "integer", read: (edge) => edge.statementCount },
  { name: "first", type: "string", read: (edge) => edge.first },
  { name: "last", type: "string", read: (edge) => edge.last },
  { name: "supportedBy", type: "integer", read: (edge) => edge.publishers.length },
  { name: "publishers", type: "string", read: (edge) => joinList(edge.publishers) },
  { name: "sources", type: "string", read: (edge) => joinList(edge.sources) },
];

/** Gives what travels of a node beside its id, measures included. */
export function nodeAttributes({ measures }: Network): readonly Attribute<NetworkNode>[] {
  return [...NODE_ATTRIBUTES, ...(measures?.nodes ?? []).map(asAttribute)];
}

/** Gives what travels of an edge beside its ends: measures too, and the ids of its statements where they are asked for. */
export function edgeAttributes(
  network: Network,
  { statementIds }: Pick<ExportContext, "statementIds">,
): readonly Attribute<NetworkEdge>[] {
  const statements: Attribute<NetworkEdge> = {
    name: "statements",
    type: "string",
    read: (_, place) => joinList(network.statementsOf(place)),
  };
  return [
    ...EDGE_ATTRIBUTES,
    ...(network.measures?.edges ?? []).map(asAttribute),
    ...(statementIds ? [statements] : []),
  ];
}

/** Whether nodes and edges both have an attribute of a name. */
export function isSharedName(name: string): boolean {
  return [NODE_ATTRIBUTES, EDGE_ATTRIBUTES].every((list) =>
    list.some((attribute) => attribute.name === name),
  );
}

function asAttribute<T>({ name, type, values }: MeasureColumn): Attribute<T> {
  return { name, type, read: (_, place) => values[place] ?? null };
}

/** Joins a list with bars, in the notation of our tables: `\|` is a literal bar; null for none. */
export function joinList(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  return items.map(escapeItem).join(LIST_SEPARATOR);
}

function escapeItem(item: string): string {
  if (!item.includes("|") && !item.includes("\\")) return item;
  return item.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
}

/** Writes spells as ISO 8601 intervals, open ends as `..`; null for none. */
export function joinSpells(spells: readonly Spell[]): string | null {
  return joinList(spells.map(({ from, to }) => `${from ?? ".."}/${to ?? ".."}`));
}
