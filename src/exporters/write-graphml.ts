import { type Network, readEdges } from "../network/network.ts";
import { type Attribute, EDGE_ATTRIBUTES } from "./attributes.ts";
import { type ExportContext, nodeAttributes } from "./export-context.ts";
import { describeProvenance } from "./provenance.ts";
import { chunkTexts, escapeXml } from "./text.ts";

/** Writes plain GraphML with typed keys, named as the attributes, since Gephi shows the key's id. */
export function writeGraphml(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  const attributes = nodeAttributes(context);
  const provenance = describeProvenance(network, context);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ';
  yield 'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield* declareKeys(attributes, provenance);
  yield `<graph id="network" edgedefault="${network.isDirected ? "directed" : "undirected"}">\n`;
  for (const [name, value] of provenance) yield `<data key="query.${name}">${xml(value)}</data>\n`;
  for (const [place, node] of network.nodes.entries()) {
    yield `<node id="${xml(node.id)}">${writeData(attributes, node, place)}</node>\n`;
  }
  let place = 0;
  for (const edge of readEdges(network)) {
    yield `<edge id="e${place}" source="${xml(edge.source)}" target="${xml(edge.target)}">`;
    yield `${writeData(EDGE_ATTRIBUTES, edge, place++)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

/** A key's id may stand only once, so that attributes of both nodes and edges are declared for all. */
function* declareKeys(
  nodes: readonly Attribute<never>[],
  provenance: readonly (readonly [string, string])[],
): Generator<string> {
  const shared = new Set(
    nodes.map(({ name }) => name).filter((name) => EDGE_ATTRIBUTES.some((a) => a.name === name)),
  );
  const key = (name: string, domain: string, type: string) =>
    `<key id="${name}" for="${domain}" attr.name="${name}" attr.type="${TYPES[type] ?? type}"/>\n`;
  for (const { name, type } of nodes) yield key(name, shared.has(name) ? "all" : "node", type);
  for (const { name, type } of EDGE_ATTRIBUTES) if (!shared.has(name)) yield key(name, "edge", type);
  for (const [name] of provenance) yield key(`query.${name}`, "graph", "string");
}

const TYPES: Readonly<Record<string, string>> = { integer: "int" };

function writeData<T>(attributes: readonly Attribute<T>[], thing: T, place: number): string {
  let data = "";
  for (const { name, read } of attributes) {
    const value = read(thing, place);
    if (value === null) continue;
    data += `<data key="${name}">${typeof value === "number" ? value : xml(value)}</data>`;
  }
  return data;
}

function xml(text: string): string {
  return escapeXml(text, "GraphML");
}
