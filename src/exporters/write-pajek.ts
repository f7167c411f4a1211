import { type Network, readEdges } from "../network/network.ts";
import type { ExportContext } from "./export-context.ts";
import { writeProvenance } from "./provenance.ts";
import { checkText, chunkTexts } from "./text.ts";
import { uniqueNames } from "./unique-names.ts";

/**
 * Writes a Pajek network. Vertices are labelled by name, lines (`l`) by kind; Pajek's format holds no other attributes.
 *
 * Quotes, backslashes and line breaks, for which the format has no escape, are written as Pajek writes characters that a
 * label cannot hold: `&#34;`.
 */
export function writePajek(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  yield `*Network ${quote(`${network.case} ${network.options.network}`)}\n`;
  yield `% ${escapeLabel(writeProvenance(network, context))}\n`;
  // Pajek's second number, of the actors in a two-mode network, stops networkx.
  yield `*Vertices ${network.nodes.length}\n`;
  const names = uniqueNames(network.nodes);
  for (const [place, name] of names.entries()) yield `${place + 1} ${quote(name)}\n`;
  yield network.isDirected ? "*Arcs\n" : "*Edges\n";
  const places = new Map(network.nodes.map((node, place) => [node.id, place + 1]));
  for (const { source, target, weight, kind } of readEdges(network)) {
    yield `${places.get(source)} ${places.get(target)} ${weight} l ${quote(kind)}\n`;
  }
}

function quote(text: string): string {
  return `"${escapeLabel(text)}"`;
}

function escapeLabel(text: string): string {
  return checkText(text, "Pajek").replace(/["\\\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
