import type { Network } from "./network.ts";

/**
 * Gives a network with some of its edges, and without the nodes that have none of these unless isolates were asked for.
 *
 * @param edges - Numbers of the edges to keep, rising.
 */
export function keepEdges(network: Network, edges: Int32Array): Network {
  const raw = (edge: number) => edges[edge] ?? 0;
  const connected = new Set<number>();
  for (const edge of edges) connected.add(network.sourceOf(edge)).add(network.targetOf(edge));
  const shown = Array.from(network.nodes.keys()).filter(
    (place) => network.options.isolates || connected.has(place),
  );
  const placeOf = new Map(shown.map((own, place) => [own, place]));
  const hidden = network.options.isolates ? 0 : network.report.isolates;
  return {
    ...network,
    nodes: shown.flatMap((place) => network.nodes[place] ?? []),
    edgeCount: edges.length,
    report: { ...network.report, isolates: hidden + network.nodes.length - connected.size },
    sourceOf: (edge) => placeOf.get(network.sourceOf(raw(edge))) ?? 0,
    targetOf: (edge) => placeOf.get(network.targetOf(raw(edge))) ?? 0,
    weightOf: (edge) => network.weightOf(raw(edge)),
    kindOf: (edge) => network.kindOf(raw(edge)),
    readEdge: (edge) => network.readEdge(raw(edge)),
    statementsOf: (edge) => network.statementsOf(raw(edge)),
    explain: (edge) => network.explain(raw(edge)),
  };
}
