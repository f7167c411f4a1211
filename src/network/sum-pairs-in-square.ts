import {
  layOutValues,
  type PairSums,
  type ValueColumns,
  type VisitPairs,
  type WantedSums,
} from "./pair-sums.ts";
import type { Tally } from "./tally.ts";

/** Sums up all pairs at once, column by column, into squares of all nodes; those for JACCARD stay 0. */
export function sumPairsInSquare(tally: Tally, wanted: Pick<WantedSums, "same" | "opposite">): VisitPairs {
  const size = tally.nodeIds.length;
  const columns = layOutValues(tally);
  const same = wanted.same ? sumSame(columns, size) : null;
  const opposite = wanted.opposite && tally.signs === 3 ? sumOpposite(columns, size) : null;
  return (visit) => {
    for (let node = 0; node < size; node++) {
      for (let next = node + 1; next < size; next++) {
        const [forth, back] = [node * size + next, next * size + node];
        const own = same ? (same[forth] as number) : 0;
        const other = opposite ? (opposite[forth] as number) + (opposite[back] as number) : 0;
        if (own !== 0 || other !== 0) visit(node, next, describe(own, other));
      }
    }
  };
}

function describe(same: number, opposite: number): PairSums {
  return { same, opposite, sameLeft: 0, sameRight: 0, oppositeLeft: 0, oppositeRight: 0 };
}

/** Products within each column, above the diagonal. */
function sumSame({ starts, nodes, values }: ValueColumns, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let column = 0; column + 1 < starts.length; column++) {
    const end = starts[column + 1] as number;
    for (let place = starts[column] as number; place < end; place++) {
      addProducts(square, { nodes, values }, place, place + 1, end, size);
    }
  }
  return square;
}

/** Products of what is against a unit (by row) and what is for it (by column of the square). */
function sumOpposite({ starts, nodes, values }: ValueColumns, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let against = 0; against + 3 < starts.length; against += 3) {
    const [from, to] = [starts[against + 2] as number, starts[against + 3] as number];
    const end = starts[against + 1] as number;
    for (let place = starts[against] as number; place < end; place++) {
      addProducts(square, { nodes, values }, place, from, to, size);
    }
  }
  return square;
}

/** The innermost loop of all: some fifty million turns for a million statements. */
function addProducts(
  square: Float64Array,
  { nodes, values }: Pick<ValueColumns, "nodes" | "values">,
  place: number,
  from: number,
  to: number,
  size: number,
): void {
  const row = (nodes[place] as number) * size;
  const value = values[place] as number;
  for (let other = from; other < to; other++) {
    const pair = row + (nodes[other] as number);
    square[pair] = (square[pair] as number) + value * (values[other] as number);
  }
}
