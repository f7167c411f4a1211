import { type Network, type NetworkEdge, readEdges, type Spell } from "../network/network.ts";
import { type Attribute, edgeAttributes, nodeAttributes } from "./attributes.ts";
import { type Colour, edgeColour, NODE_COLOURS } from "./colours.ts";
import { dayOfExport, type ExportContext } from "./export-context.ts";
import { writeProvenance } from "./provenance.ts";
import { chunkTexts, escapeXml } from "./text.ts";

/** Writes GEXF 1.3, with spells where time is cut into slices, and `kind` on edges, which Gephi needs to keep parallel ones. */
export function writeGexf(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

const FORMAT = "GEXF";

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  const attributes = nodeAttributes(network).filter(({ name }) => name !== "name");
  // Weight belongs to the element itself; so does kind, but networkx reads it as an attribute only.
  const ofEdges = edgeAttributes(network, context).filter(({ name }) => name !== "weight");
  const time = network.slices
    ? ' mode="dynamic" timeformat="date" timerepresentation="interval"'
    : ' mode="static"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield writeMeta(network, context);
  yield `<graph defaultedgetype="${network.isDirected ? "directed" : "undirected"}"${time}>\n`;
  yield declare("node", attributes);
  yield declare("edge", ofEdges);
  yield "<nodes>\n";
  for (const [place, node] of network.nodes.entries()) {
    yield `<node id="${xml(node.id)}" label="${xml(node.name)}">${writeValues(attributes, node, place)}`;
    yield `${writeSpells(node.spells)}${writeColour(NODE_COLOURS[node.kind])}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  let place = 0;
  for (const edge of readEdges(network)) yield writeEdge(ofEdges, edge, place++);
  yield "</edges>\n</graph>\n</gexf>\n";
}

function writeMeta(network: Network, context: ExportContext): string {
  return (
    `<meta lastmodifieddate="${dayOfExport(context)}">\n<creator>Demarche ${xml(context.version)}</creator>\n` +
    `<title>${xml(network.title)}</title>\n` +
    `<description>${xml(writeProvenance(network, context))}</description>\n</meta>\n`
  );
}

function declare<T>(kind: "node" | "edge", attributes: readonly Attribute<T>[]): string {
  const lines = attributes.map(
    ({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>\n`,
  );
  return `<attributes class="${kind}" mode="static">\n${lines.join("")}</attributes>\n`;
}

function writeEdge(attributes: readonly Attribute<NetworkEdge>[], edge: NetworkEdge, place: number): string {
  return (
    `<edge id="${place}" source="${xml(edge.source)}" target="${xml(edge.target)}" kind="${edge.kind}" ` +
    `weight="${edge.weight}">${writeValues(attributes, edge, place)}` +
    `${writeSpells(edge.spells)}${writeColour(edgeColour(edge))}</edge>\n`
  );
}

function writeValues<T>(attributes: readonly Attribute<T>[], thing: T, place: number): string {
  let values = "";
  for (const { name, read } of attributes) {
    const value = read(thing, place);
    if (value === null) continue;
    values += `<attvalue for="${name}" value="${typeof value === "number" ? value : xml(value)}"/>`;
  }
  return `<attvalues>${values}</attvalues>`;
}

function writeSpells(spells: readonly Spell[]): string {
  if (spells.length === 0) return "";
  const written = spells.map(
    ({ from, to }) =>
      `<spell${from === null ? "" : ` start="${from}"`}${to === null ? "" : ` end="${to}"`}/>`,
  );
  return `<spells>${written.join("")}</spells>`;
}

function writeColour([r, g, b]: Colour): string {
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function xml(text: string): string {
  return escapeXml(text, FORMAT);
}
