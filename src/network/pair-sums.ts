import { type CellColumns, layOutColumns } from "./cell-columns.ts";
import type { Tally } from "./tally.ts";

/** What two nodes share: sums of products, and for JACCARD what each of the two has in the shared columns. */
export interface PairSums {
  readonly same: number;
  readonly opposite: number;
  readonly sameLeft: number;
  readonly sameRight: number;
  readonly oppositeLeft: number;
  readonly oppositeRight: number;
}

/** Which of the sums are wanted: `shares` are those for JACCARD. */
export interface WantedSums {
  readonly same: boolean;
  readonly opposite: boolean;
  readonly shares: boolean;
}

/** Calls `visit` with pairs of nodes that share something, each once, in the order of the first node, then the second. */
export type VisitPairs = (visit: (node: number, other: number, sums: PairSums) => void) => void;

/** Cells by column, with what they hold. */
export interface ValueColumns extends CellColumns {
  readonly values: Float64Array;
}

/** Lays the cells of a tally out by column. */
export function layOutValues({ unitIds, signs, nodeStarts, cellColumn, cellValue }: Tally): ValueColumns {
  const columns = layOutColumns(cellColumn, nodeStarts, unitIds.length * signs);
  const values = new Float64Array(columns.cells.length);
  for (let place = 0; place < values.length; place++) {
    values[place] = cellValue[columns.cells[place] as number] as number;
  }
  return { ...columns, values };
}
