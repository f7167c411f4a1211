import { modularity } from "./algorithms.ts";
import { numberBySize } from "./communities.ts";
import { ModularityMatrix } from "./modularity-matrix.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

export interface Polarisation {
  /** Modularity of the best division into two camps, 0 to ½; null without edges. */
  readonly value: number | null;
  /** By node, 1 or 2, the larger first; all 1 where nothing parts them; null for nodes without edges. */
  readonly camps: readonly (number | null)[];
}

/**
 * Measures how two-camped a network is: the modularity of its best division into two (Waugh et al. 2009), which is 0 where
 * nothing parts the nodes and ½ for two camps of equal weight with nothing between them.
 *
 * The division starts from the leading eigenvector of the modularity matrix and is refined by moving single nodes (Newman
 * 2006), which finds the best one or comes near it.
 *
 * @see docs/methods.md#measures
 */
export function polarisation(graph: WeightedGraph, random: () => number): Polarisation {
  if (graph.size === 0) return { value: null, camps: graph.mapNodes(() => null) };
  const matrix = new ModularityMatrix(graph);
  const sides = refineSides(matrix, matrix.leadingVector(random));
  const value = modularity(graph, {
    getNodeCommunity: (node: string) => sides[Number(node)] ?? 0,
    getEdgeWeight: "weight",
  });
  const isDivided = value > 0;
  const groups = graph.mapNodes((node, _, place = Number(node)) =>
    graph.degree(node) === 0 ? null : isDivided ? (sides[place] ?? 0) : 0,
  );
  return { value: isDivided ? value : 0, camps: numberBySize(groups) };
}

/** Moves nodes from side to side as long as that makes the division better. */
function refineSides(matrix: ModularityMatrix, start: Float64Array): Int8Array {
  let sides: Int8Array = Int8Array.from(start, (value) => (value > 0 ? 1 : -1));
  for (;;) {
    const { better, gain } = moveEachOnce(matrix, sides);
    if (gain <= 1e-9 * matrix.total) return sides;
    sides = better;
  }
}

/** Moves every node once, the most rewarding first, and gives the best of the divisions on the way (Kernighan and Lin). */
function moveEachOnce(matrix: ModularityMatrix, start: Int8Array): { better: Int8Array; gain: number } {
  const sides = start.slice();
  const pull = matrix.multiply(Float64Array.from(sides));
  const isMoved = new Uint8Array(sides.length);
  let gain = 0;
  let best = 0;
  let better: Int8Array = start;
  for (let step = 0; step < sides.length; step++) {
    const node = findBestMove(matrix, sides, pull, isMoved);
    const side = sides[node] ?? 0;
    gain += gainOf(matrix, side, pull, node);
    isMoved[node] = 1;
    sides[node] = -side;
    matrix.addColumn(pull, node, -2 * side);
    if (gain <= best + 1e-12 * matrix.total) continue;
    best = gain;
    better = sides.slice();
  }
  return { better, gain: best };
}

function findBestMove(
  matrix: ModularityMatrix,
  sides: Int8Array,
  pull: Float64Array,
  isMoved: Uint8Array,
): number {
  let best = -1;
  let bestGain = -Infinity;
  for (let node = 0; node < sides.length; node++) {
    if (isMoved[node] === 1) continue;
    const gain = gainOf(matrix, sides[node] ?? 0, pull, node);
    if (gain <= bestGain) continue;
    best = node;
    bestGain = gain;
  }
  return best;
}

/** What moving a node adds to sᵀBs / 4. */
function gainOf(matrix: ModularityMatrix, side: number, pull: Float64Array, node: number): number {
  return -side * (pull[node] ?? 0) + matrix.diagonal(node);
}
