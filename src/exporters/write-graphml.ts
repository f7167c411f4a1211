import { type Network, readEdges } from "../network/network.ts";
import { type Attribute, edgeAttributes, isSharedName, nodeAttributes } from "./attributes.ts";
import type { ExportContext } from "./export-context.ts";
import { describeProvenance } from "./provenance.ts";
import { chunkTexts, escapeXml } from "./text.ts";

/** Writes plain GraphML with typed keys, named as the attributes, since Gephi shows the key's id. */
export function writeGraphml(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  const attributes = nodeAttributes(network);
  const ofEdges = edgeAttributes(network, context);
  const provenance = describeProvenance(network, context);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ';
  yield 'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield* declareKeys(attributes, ofEdges, provenance);
  yield `<graph id="network" edgedefault="${network.isDirected ? "directed" : "undirected"}">\n`;
  for (const [name, value] of provenance) yield `<data key="query.${name}">${xml(value)}</data>\n`;
  for (const [place, node] of network.nodes.entries()) {
    yield `<node id="${xml(node.id)}">${writeData(attributes, ownKey, node, place)}</node>\n`;
  }
  let place = 0;
  for (const edge of readEdges(network)) {
    yield `<edge id="e${place}" source="${xml(edge.source)}" target="${xml(edge.target)}">`;
    yield `${writeData(ofEdges, edgeKey, edge, place++)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function* declareKeys(
  nodes: readonly Attribute<never>[],
  edges: readonly Attribute<never>[],
  provenance: readonly (readonly [string, string])[],
): Generator<string> {
  const key = (id: string, domain: string, name: string, type: string) =>
    `<key id="${id}" for="${domain}" attr.name="${name}" attr.type="${TYPES[type] ?? type}"/>\n`;
  for (const { name, type } of nodes) yield key(name, "node", name, type);
  for (const { name, type } of edges) yield key(edgeKey(name), "edge", name, type);
  for (const [name] of provenance) yield key(`query.${name}`, "graph", `query.${name}`, "string");
}

/** A key's id may stand only once, and igraph does not know keys for all, so that edges' share of a name has its own. */
function edgeKey(name: string): string {
  return isSharedName(name) ? `edge${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

const ownKey = (name: string) => name;

const TYPES: Readonly<Record<string, string>> = { integer: "int" };

function writeData<T>(
  attributes: readonly Attribute<T>[],
  keyOf: (name: string) => string,
  thing: T,
  place: number,
): string {
  let data = "";
  for (const { name, read } of attributes) {
    const value = read(thing, place);
    if (value === null) continue;
    data += `<data key="${keyOf(name)}">${typeof value === "number" ? value : xml(value)}</data>`;
  }
  return data;
}

function xml(text: string): string {
  return escapeXml(text, "GraphML");
}
