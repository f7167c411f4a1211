/** Where a mark lies across, in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Rows of marks that do not touch. */
export interface PackedRows {
  /** The row of each mark, from 0, in the order given; null where no row was left. */
  readonly rows: readonly (number | null)[];
  readonly rowCount: number;
  readonly hiddenCount: number;
}

/**
 * Puts marks into as few rows as a first fit finds, so that no two touch.
 *
 * @param extents - In the order in which they are placed; order them by their left end.
 * @param maxRows - Marks that fit into none of so many rows are hidden, and counted.
 */
export function packRows(
  extents: readonly Extent[],
  { gap = 2, maxRows = Number.POSITIVE_INFINITY }: { readonly gap?: number; readonly maxRows?: number } = {},
): PackedRows {
  const rowEnds: number[] = [];
  const rows = extents.map(({ left, right }) => {
    const fit = rowEnds.findIndex((end) => end + gap <= left);
    const row = fit === -1 ? rowEnds.length : fit;
    if (row >= maxRows) return null;
    rowEnds[row] = right;
    return row;
  });
  return { rows, rowCount: rowEnds.length, hiddenCount: rows.filter((row) => row === null).length };
}
