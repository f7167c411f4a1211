import { createUnweightedIndexedBrandes } from "graphology-shortest-path/indexed-brandes.js";
import { betweennessCentrality } from "./algorithms.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

export interface Betweenness {
  /** By node, 0 to 1. */
  readonly values: readonly number[];
  /** From how many nodes paths were followed; null: from all, and the values are exact. */
  readonly pivots: number | null;
}

/** Steps along edges that exact values may take, some seconds of work. */
export const EXACT_STEPS = 100_000_000;

/**
 * Gives the share of shortest paths between others that lead through a node; paths are counted in edges, since a weight is a
 * nearness and no length.
 *
 * @param steps - Where exact values would take more, they are estimated from as many pivots as these steps allow.
 * @see docs/methods.md#measures
 */
export function betweenness(graph: WeightedGraph, random: () => number, steps = EXACT_STEPS): Betweenness {
  const nodeCount = graph.order;
  if (nodeCount === 0) return { values: [], pivots: null };
  const affordable = Math.max(1, Math.floor(steps / (nodeCount + 2 * graph.size + 1)));
  if (affordable < nodeCount) {
    return { values: sample(graph, drawPivots(nodeCount, affordable, random)), pivots: affordable };
  }
  const values = betweennessCentrality(graph, { getEdgeWeight: null, normalized: true });
  return { values: graph.mapNodes((node) => values[node] ?? 0), pivots: null };
}

/** Draws different places, the first steps of a Fisher–Yates shuffle. */
function drawPivots(nodeCount: number, count: number, random: () => number): number[] {
  const places = Array.from({ length: nodeCount }, (_, place) => place);
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (nodeCount - i));
    [places[i], places[other]] = [places[other] ?? 0, places[i] ?? 0];
  }
  return places.slice(0, count);
}

/** Brandes' algorithm from the pivots alone, scaled up to all nodes (Brandes and Pich 2007). */
function sample(graph: WeightedGraph, pivots: readonly number[]): number[] {
  const nodeCount = graph.order;
  const pathsFrom = createUnweightedIndexedBrandes(graph);
  const sums = new Float64Array(nodeCount);
  const dependency = new Float64Array(nodeCount);
  for (const pivot of pivots) {
    const [reached, predecessors, pathCounts] = pathsFrom(pivot);
    dependency.fill(0);
    for (let node = reached.pop(); node !== undefined; node = reached.pop()) {
      const share = (1 + (dependency[node] ?? 0)) / (pathCounts[node] ?? 1);
      for (const before of predecessors[node] ?? []) {
        dependency[before] = (dependency[before] ?? 0) + (pathCounts[before] ?? 0) * share;
      }
      if (node !== pivot) sums[node] = (sums[node] ?? 0) + (dependency[node] ?? 0);
    }
  }
  const scale = nodeCount <= 2 ? 1 : nodeCount / pivots.length / ((nodeCount - 1) * (nodeCount - 2));
  return Array.from(sums, (sum) => sum * scale);
}
