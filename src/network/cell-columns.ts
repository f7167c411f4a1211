/** Cells by column, then node, so that all who share a column lie side by side. */
export interface CellColumns {
  /** The places of column `c` are `starts[c]` to `starts[c + 1] - 1`. */
  readonly starts: Int32Array;
  /** Node and cell at each place, and the place of each cell. */
  readonly nodes: Int32Array;
  readonly cells: Int32Array;
  readonly places: Int32Array;
  /** First place in a column with a node beyond the given one; to be asked with nodes in rising order. */
  after(column: number, node: number): number;
}

/** Lays cells out by column; they come in the order of nodes, those of node `n` from `nodeStarts[n]`. */
export function layOutColumns(
  cellColumn: Int32Array,
  nodeStarts: Int32Array,
  columnCount: number,
): CellColumns {
  const starts = countStarts(cellColumn, columnCount);
  const next = starts.slice();
  const nodes = new Int32Array(cellColumn.length);
  const cells = new Int32Array(cellColumn.length);
  const places = new Int32Array(cellColumn.length);
  for (let node = 0; node + 1 < nodeStarts.length; node++) {
    const end = nodeStarts[node + 1] as number;
    for (let cell = nodeStarts[node] as number; cell < end; cell++) {
      const column = cellColumn[cell] as number;
      const place = next[column] as number;
      nodes[place] = node;
      cells[place] = cell;
      places[cell] = place;
      next[column] = place + 1;
    }
  }
  const passed = starts.slice();
  const after = (column: number, node: number): number => {
    const end = starts[column + 1] as number;
    let place = passed[column] as number;
    while (place < end && (nodes[place] as number) <= node) place++;
    passed[column] = place;
    return place;
  };
  return { starts, nodes, cells, places, after };
}

/** Gives where each key begins when items are sorted by it, and, last, their number. */
export function countStarts(keys: Int32Array, keyCount: number): Int32Array {
  const starts = new Int32Array(keyCount + 1);
  for (let i = 0; i < keys.length; i++) {
    const after = (keys[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 0; key < keyCount; key++) {
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  }
  return starts;
}
