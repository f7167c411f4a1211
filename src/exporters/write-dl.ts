import { parseId } from "../domain/ids.ts";
import { type Network, readEdges } from "../network/network.ts";
import { chunkTexts } from "./text.ts";

/**
 * Writes UCINET DL as a weighted edge list; undirected edges stand in both directions, since DL describes a matrix.
 *
 * Vertices are labelled by slug: the format separates labels by blanks and commas, and holds neither attributes nor remarks.
 */
export function writeDl(network: Network): Iterable<string> {
  return chunkTexts(writeTexts(network));
}

function* writeTexts(network: Network): Generator<string> {
  yield `DL n=${network.nodes.length}\nformat = edgelist1\nlabels:\n`;
  for (const { id } of network.nodes) yield `${parseId(id).slug}\n`;
  yield "data:\n";
  const places = new Map(network.nodes.map((node, place) => [node.id, place + 1]));
  for (const { source, target, weight } of readEdges(network)) {
    const [from, to] = [places.get(source), places.get(target)];
    yield `${from} ${to} ${weight}\n`;
    if (!network.isDirected) yield `${to} ${from} ${weight}\n`;
  }
}
