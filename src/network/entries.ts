/**
 * What is counted: one entry for each statement, actor and target, as columns.
 *
 * `actor` points into `actorIds`, `target` into `targetIds`; `sign` is 1, 0 or -1; `weight` is 1 without a kernel.
 */
export interface Entries {
  readonly length: number;
  readonly row: Int32Array;
  readonly actor: Int32Array;
  readonly target: Int32Array;
  readonly sign: Int32Array;
  readonly weight: Float64Array | null;
  readonly actorIds: readonly string[];
  readonly targetIds: readonly string[];
}
