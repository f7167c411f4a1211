import { louvain } from "./algorithms.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

export interface Communities {
  /** By node, from 1, the largest first; among equals the one with the first node. Null for nodes without edges. */
  readonly values: readonly (number | null)[];
  readonly count: number;
  /** −½ to 1; null without edges. */
  readonly modularity: number | null;
}

/** From how many starts communities are looked for; the best division is kept. */
const STARTS = 10;

/** Finds communities by Louvain's method, each time walking from a node that chance names. */
export function findCommunities(graph: WeightedGraph, random: () => number): Communities {
  if (graph.size === 0) return { values: graph.mapNodes(() => null), count: 0, modularity: null };
  const found = Array.from({ length: STARTS }, () =>
    louvain.detailed(graph, { getEdgeWeight: "weight", rng: random }),
  );
  const { communities, modularity } = found.reduce((best, one) =>
    one.modularity > best.modularity ? one : best,
  );
  const members = graph.mapNodes((node) => (graph.degree(node) === 0 ? null : (communities[node] ?? 0)));
  const values = numberBySize(members);
  return { values, count: new Set(values.filter((value) => value !== null)).size, modularity };
}

/** Numbers groups from 1, the largest first, among equals the one that comes first; null stays null. */
export function numberBySize(groups: readonly (number | null)[]): (number | null)[] {
  const sizes = new Map<number, number>();
  for (const group of groups) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  // Sorting is stable, and a map keeps the order in which groups came.
  const ordered = [...sizes].sort(([, left], [, right]) => right - left).map(([group]) => group);
  const numbers = new Map(ordered.map((group, place) => [group, place + 1]));
  return groups.map((group) => (group === null ? null : (numbers.get(group) ?? null)));
}
