/** Edges as columns, and the way back from an edge to what it was computed from. */
export interface EdgeColumns {
  readonly length: number;
  /** Places of the two ends in lists of nodes. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  readonly kindOf: (edge: number) => string;
  /** Calls `visit` with each entry behind an edge; some may come more than once. */
  readonly visitEntries: (edge: number, visit: (entry: number) => void) => void;
  /** Calls `visit` with what makes up the weight; the contributions add up to it. `right` is -1 where one statement stands alone. */
  readonly visitContributions: (
    edge: number,
    visit: (left: number, right: number, contribution: number) => void,
  ) => void;
  /** What of the weight, before normalisation, speaks for agreement (or for the target), and what against. */
  readonly partsOf: (edge: number) => { readonly positive: number; readonly negative: number };
}
