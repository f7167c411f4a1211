import type { VisitPairs, WantedSums } from "./pair-sums.ts";
import { sumPairsByRow } from "./sum-pairs-by-row.ts";
import { sumPairsInSquare } from "./sum-pairs-in-square.ts";
import type { Tally } from "./tally.ts";

/**
 * Sums up what each two nodes of a tally share.
 *
 * Where there are more cells than pairs of nodes, a square of all pairs is smaller than the tally, and filled in half the
 * time; else memory holds one row at a time.
 */
export function sumPairs(tally: Tally, wanted: WantedSums): VisitPairs {
  const isDense = tally.nodeIds.length ** 2 <= tally.cellColumn.length;
  return isDense && !wanted.shares ? sumPairsInSquare(tally, wanted) : sumPairsByRow(tally, wanted);
}
