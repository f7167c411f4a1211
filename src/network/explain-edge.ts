import { DemarcheError } from "../domain/errors.ts";
import type { EdgeExplanation, Network } from "./network.ts";

/**
 * Opens the weight between two nodes into the statements that make it up.
 *
 * @param ends - Ids of the nodes; their order matters in directed networks alone. `kind` is needed where a network has
 *   several edges between two nodes.
 * @returns Null where there is no such edge.
 * @throws DemarcheError BAD_INPUT where several edges fit; their kinds are named.
 */
export function explainEdge(
  network: Network,
  ends: { readonly source: string; readonly target: string; readonly kind?: string },
): EdgeExplanation | null {
  const found = findEdges(network, ends.source, ends.target).filter(
    (edge) => ends.kind === undefined || network.kindOf(edge) === ends.kind,
  );
  if (found.length > 1) {
    const kinds = found.map((edge) => network.kindOf(edge)).join(", ");
    throw new DemarcheError(
      "BAD_INPUT",
      `"${ends.source}" and "${ends.target}" are joined by several edges: give one kind of ${kinds}.`,
    );
  }
  const [edge] = found;
  return edge === undefined ? null : network.explain(edge);
}

/** Gives the numbers of the edges between two nodes; in undirected networks in either direction. */
export function findEdges(network: Network, source: string, target: string): number[] {
  const places = new Map(network.nodes.map((node, place) => [node.id, place]));
  const a = places.get(source);
  const b = places.get(target);
  if (a === undefined || b === undefined) return [];
  return Array.from({ length: network.edgeCount }, (_, edge) => edge).filter((edge) => {
    const [from, to] = [network.sourceOf(edge), network.targetOf(edge)];
    return (from === a && to === b) || (!network.isDirected && from === b && to === a);
  });
}
