import { CellPairs } from "./cell-pairs.ts";
import type { EdgeColumns } from "./edge-columns.ts";
import { GrowingFloats, GrowingInts } from "./growing-numbers.ts";
import { lazily } from "./lazily.ts";
import type { Aggregation, Normalization } from "./network-options.ts";
import type { PairSums } from "./pair-sums.ts";
import { subtract } from "./subtract.ts";
import { sumPairs } from "./sum-pairs.ts";
import { type Tally, visitCell } from "./tally.ts";

export interface OneModeRule {
  readonly aggregation: Exclude<Aggregation, "COMBINE">;
  readonly normalization: Exclude<Normalization, "ACTIVITY" | "PROMINENCE">;
  /** Kind of every edge. */
  readonly kind: string;
}

/** The edges, each once, from the node with the smaller id; and how many pairs cancel to 0. */
export interface OneModeEdges extends EdgeColumns {
  readonly cancelled: number;
  /** The cells behind an edge; valid until the next call. */
  openCells(edge: number): CellPairs;
}

/**
 * Projects a tally onto its nodes: the weights of `docs/methods.md#networks`, each pair once.
 *
 * @param weightOf - Weight of an entry, for the contributions.
 * @param signOf - Sign of an entry, for the parts of edges whose tally sums over signs.
 */
export function projectOneMode(
  tally: Tally,
  rule: OneModeRule,
  entries: { weightOf: (entry: number) => number; signOf: (entry: number) => number },
): OneModeEdges {
  const edges = computeEdges(tally, rule);
  const pairs = lazily(() => new CellPairs(tally, rule.aggregation));
  const open = (edge: number) => pairs().open(edges.source[edge] ?? 0, edges.target[edge] ?? 0);
  return {
    ...edges,
    length: edges.weight.length,
    openCells: open,
    kindOf: () => rule.kind,
    visitEntries: (edge, visit) => {
      const { length, left, right } = open(edge);
      for (let pair = 0; pair < length; pair++) {
        visitCell(tally, left[pair] as number, visit);
        visitCell(tally, right[pair] as number, visit);
      }
    },
    visitContributions: (edge, visit) => {
      const { length, left, right, isSame } = open(edge);
      const divisors = divisorsOf(tally, rule, edges.source[edge] ?? 0, edges.target[edge] ?? 0, pairs());
      const opposite = rule.aggregation === "SUBTRACT" ? -divisors.opposite : divisors.opposite;
      for (let pair = 0; pair < length; pair++) {
        const divisor = isSame[pair] === 1 ? divisors.same : opposite;
        const [a, b] = [left[pair] as number, right[pair] as number];
        visitCell(tally, a, (leftEntry) => {
          const share = cellShare(tally, a, entries.weightOf(leftEntry)) / divisor;
          visitCell(tally, b, (rightEntry) => {
            visit(leftEntry, rightEntry, share * cellShare(tally, b, entries.weightOf(rightEntry)));
          });
        });
      }
    },
    partsOf: (edge) =>
      tally.signs === 1
        ? unsignedParts(tally, open(edge), entries.signOf)
        : { positive: edges.same[edge] ?? 0, negative: edges.opposite[edge] ?? 0 },
  };
}

interface RawEdges {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** Sums of products of the same sign, and of opposite ones. */
  readonly same: Float64Array;
  readonly opposite: Float64Array;
  readonly cancelled: number;
}

function computeEdges(tally: Tally, rule: OneModeRule): RawEdges {
  const [source, target] = [new GrowingInts(), new GrowingInts()];
  const [weight, same, opposite] = [new GrowingFloats(), new GrowingFloats(), new GrowingFloats()];
  const visitPairs = sumPairs(tally, {
    same: rule.aggregation !== "CONFLICT",
    opposite: rule.aggregation === "CONFLICT" || rule.aggregation === "SUBTRACT",
    shares: rule.normalization === "JACCARD",
  });
  let cancelled = 0;
  visitPairs((node, other, sums) => {
    const value = weigh(tally, rule, node, other, sums);
    if (value === 0) {
      cancelled++;
      return;
    }
    source.push(node);
    target.push(other);
    weight.push(value);
    same.push(sums.same);
    opposite.push(sums.opposite);
  });
  return {
    source: source.toArray(),
    target: target.toArray(),
    weight: weight.toArray(),
    same: same.toArray(),
    opposite: opposite.toArray(),
    cancelled,
  };
}

function weigh(tally: Tally, rule: OneModeRule, left: number, right: number, sums: PairSums): number {
  const { same, opposite } = findDivisors(tally, rule, left, right, sums);
  if (rule.aggregation === "CONFLICT") return divide(sums.opposite, opposite);
  if (rule.aggregation === "SUBTRACT")
    return subtract(divide(sums.same, same), divide(sums.opposite, opposite));
  return divide(sums.same, same);
}

function divide(sum: number, divisor: number): number {
  return divisor === 0 ? 0 : sum / divisor;
}

/** What the two sums of products are divided by; they differ for JACCARD alone. */
function findDivisors(tally: Tally, rule: OneModeRule, left: number, right: number, sums: PairSums) {
  const { totals, norms } = tally;
  const both = (divisor: number) => ({ same: divisor, opposite: divisor });
  const [totalLeft, totalRight] = [totals[left] ?? 0, totals[right] ?? 0];
  switch (rule.normalization) {
    case "NONE":
      return both(1);
    case "AVERAGE":
      return both((totalLeft + totalRight) / 2);
    case "COSINE":
      return both((norms[left] ?? 0) * (norms[right] ?? 0));
    case "ACTIVITY_PRODUCT":
      return both(totalLeft * totalRight);
    case "JACCARD":
      return {
        same: totalLeft - sums.sameLeft + (totalRight - sums.sameRight) + sums.same,
        opposite: totalLeft - sums.oppositeLeft + (totalRight - sums.oppositeRight) + sums.opposite,
      };
  }
}

function divisorsOf(tally: Tally, rule: OneModeRule, left: number, right: number, pairs: CellPairs) {
  const sums = { same: 0, opposite: 0, sameLeft: 0, sameRight: 0, oppositeLeft: 0, oppositeRight: 0 };
  for (let pair = 0; pair < pairs.length; pair++) {
    const a = tally.cellValue[pairs.left[pair] as number] as number;
    const b = tally.cellValue[pairs.right[pair] as number] as number;
    const side = pairs.isSame[pair] === 1 ? "same" : "opposite";
    sums[side] += a * b;
    sums[`${side}Left`] += a;
    sums[`${side}Right`] += b;
  }
  return findDivisors(tally, rule, left, right, sums);
}

/** What an entry holds of its cell: its weight, or an equal share where the cell holds 1 whatever their number. */
function cellShare(tally: Tally, cell: number, weight: number): number {
  const count = (tally.cellStarts[cell + 1] ?? 0) - (tally.cellStarts[cell] ?? 0);
  return weight > 0 ? weight : 1 / count;
}

function unsignedParts(tally: Tally, pairs: CellPairs, signOf: (entry: number) => number) {
  const parts = { positive: 0, negative: 0 };
  const count = (cell: number, sign: number) => {
    let found = 0;
    visitCell(tally, cell, (entry) => {
      if (signOf(entry) === sign) found++;
    });
    return found;
  };
  for (let pair = 0; pair < pairs.length; pair++) {
    const [a, b] = [pairs.left[pair] as number, pairs.right[pair] as number];
    const [forA, againstA, forB, againstB] = [count(a, 1), count(a, -1), count(b, 1), count(b, -1)];
    parts.positive += forA * forB + againstA * againstB;
    parts.negative += forA * againstB + againstA * forB;
  }
  return parts;
}
