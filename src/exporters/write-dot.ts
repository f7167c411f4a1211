import { type Network, readEdges } from "../network/network.ts";
import { type Attribute, edgeAttributes, nodeAttributes } from "./attributes.ts";
import { type Colour, edgeColour, NODE_COLOURS } from "./colours.ts";
import type { ExportContext } from "./export-context.ts";
import { writeProvenance } from "./provenance.ts";
import { checkText, chunkTexts } from "./text.ts";

/**
 * Writes DOT for Graphviz, names as labels, with every attribute.
 *
 * Graphviz halves doubled backslashes in labels alone; in other attributes they stay doubled.
 */
export function writeDot(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  const attributes = nodeAttributes(network).filter(({ name }) => name !== "name");
  const arrow = network.isDirected ? "->" : "--";
  yield `${network.isDirected ? "digraph" : "graph"} ${quote(`${network.case} ${network.options.network}`)} {\n`;
  yield `comment=${quote(writeProvenance(network, context))};\n`;
  yield 'charset="UTF-8";\nnode [shape=box, style=rounded];\n';
  for (const [place, node] of network.nodes.entries()) {
    const own = [`label=${quote(node.name)}`, `color=${hex(NODE_COLOURS[node.kind])}`];
    yield `${quote(node.id)} [${[...own, ...writeValues(attributes, node, place)].join(", ")}];\n`;
  }
  const ofEdges = edgeAttributes(network, context);
  let place = 0;
  for (const edge of readEdges(network)) {
    const own = [`color=${hex(edgeColour(edge))}`, ...writeValues(ofEdges, edge, place++)];
    yield `${quote(edge.source)} ${arrow} ${quote(edge.target)} [${own.join(", ")}];\n`;
  }
  yield "}\n";
}

// Graphviz itself uses `weight`, as a whole number of 0 or more, to lay edges out.
const RENAMED: Readonly<Record<string, string>> = { weight: "edgeWeight" };

function writeValues<T>(attributes: readonly Attribute<T>[], thing: T, place: number): string[] {
  return attributes.flatMap(({ name, read }) => {
    const value = read(thing, place);
    return value === null ? [] : [`${RENAMED[name] ?? name}=${quote(String(value))}`];
  });
}

function quote(text: string): string {
  const escaped = checkText(text, "DOT").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${escaped.replaceAll("\r\n", "\\n").replace(/[\r\n]/g, "\\n")}"`;
}

function hex(colour: Colour): string {
  return `"#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}"`;
}
