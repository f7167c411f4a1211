import { countStarts } from "./cell-columns.ts";

/**
 * The counts x[i, j, k], sparse: a cell for each node i and column (j, k) that has entries.
 *
 * Columns are numbered unit × `signs` + sign, where `signs` is 3 (against, neither, for) or 1 where signs are summed over.
 * Nodes and units are in the order of their ids. Cells lie in the order of nodes, then columns; entries in that of cells.
 */
export interface Tally {
  readonly nodeIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly signs: 1 | 3;
  readonly nodeStarts: Int32Array;
  readonly cellColumn: Int32Array;
  readonly cellValue: Float64Array;
  readonly cellStarts: Int32Array;
  /** Places of entries in the columns that were counted. */
  readonly entries: Int32Array;
  /** Node and column of each entry, by its place. */
  readonly nodeOf: Int32Array;
  readonly columnOf: Int32Array;
  /** aᵢ: the sum of a node's cells. */
  readonly totals: Float64Array;
  /** Square root of the sum of squares of a node's cells. */
  readonly norms: Float64Array;
}

/** What is tallied: for each entry its node and unit (places in lists of ids), and its sign, 1, 0 or -1. */
export interface TallyInput {
  readonly node: Int32Array;
  readonly nodeIds: readonly string[];
  readonly unit: Int32Array;
  readonly unitIds: readonly string[];
  /** Null: signs are summed over. */
  readonly sign: Int32Array | null;
  /** Null: each entry weighs 1. */
  readonly weight: Float64Array | null;
  /** Whether a cell holds 1 however many entries it has. */
  readonly isBinary: boolean;
}

/** Sums entries into cells, in time proportional to their number. */
export function makeTally(input: TallyInput): Tally {
  const nodes = rankUsed(input.node, input.nodeIds);
  const units = rankUsed(input.unit, input.unitIds);
  const signs = input.sign ? 3 : 1;
  const node = input.node.map((place) => nodes.rank[place] ?? 0);
  const column = numberColumns(input, units.rank, signs);
  const byColumn = sortBy(column, units.ids.length * signs, null);
  const entries = sortBy(node, nodes.ids.length, byColumn);
  const cells = sumCells(entries, node, column, input, nodes.ids.length);
  return {
    nodeIds: nodes.ids,
    unitIds: units.ids,
    signs,
    entries,
    nodeOf: node,
    columnOf: column,
    ...cells,
  };
}

/** Gives the column of the same unit with the opposite sign; -1 where there is none. */
export function oppositeOf(column: number, signs: Tally["signs"]): number {
  const sign = column % 3;
  return signs === 1 || sign === 1 ? -1 : column + 2 - 2 * sign;
}

/** Goes through the entries of a cell. */
export function visitCell(
  { cellStarts, entries }: Tally,
  cell: number,
  visit: (entry: number) => void,
): void {
  const end = cellStarts[cell + 1] as number;
  for (let i = cellStarts[cell] as number; i < end; i++) visit(entries[i] as number);
}

/** Numbers the places that occur by the order of their ids. */
export function rankUsed(
  places: Int32Array,
  ids: readonly string[],
): { readonly ids: readonly string[]; readonly rank: Int32Array } {
  const rank = new Int32Array(ids.length).fill(-1);
  for (let i = 0; i < places.length; i++) rank[places[i] ?? 0] = 0;
  const used = Array.from(ids.keys()).filter((place) => rank[place] === 0);
  used.sort((a, b) => compareIds(ids[a] ?? "", ids[b] ?? ""));
  for (const [number, place] of used.entries()) rank[place] = number;
  return { ids: used.map((place) => ids[place] ?? ""), rank };
}

/** Orders texts by their code units, the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberColumns({ unit, sign }: TallyInput, rank: Int32Array, signs: number): Int32Array {
  const column = new Int32Array(unit.length);
  for (let i = 0; i < unit.length; i++) {
    column[i] = (rank[unit[i] ?? 0] ?? 0) * signs + (sign ? (sign[i] ?? 0) + 1 : 0);
  }
  return column;
}

/** Counting sort of entries by a key, keeping the order `before` among equals. */
function sortBy(key: Int32Array, keyCount: number, before: Int32Array | null): Int32Array {
  const next = countStarts(key, keyCount);
  const order = new Int32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const entry = before ? (before[i] as number) : i;
    const own = key[entry] as number;
    const place = next[own] as number;
    order[place] = entry;
    next[own] = place + 1;
  }
  return order;
}

function sumCells(
  entries: Int32Array,
  node: Int32Array,
  column: Int32Array,
  { weight, isBinary }: TallyInput,
  nodeCount: number,
): Pick<Tally, "nodeStarts" | "cellColumn" | "cellValue" | "cellStarts" | "totals" | "norms"> {
  const nodeStarts = new Int32Array(nodeCount + 1);
  const cellColumn = new Int32Array(entries.length);
  const cellValue = new Float64Array(entries.length);
  const cellStarts = new Int32Array(entries.length + 1);
  let cellCount = 0;
  let lastNode = -1;
  let lastColumn = -1;
  let sum = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number;
    const ownNode = node[entry] as number;
    const ownColumn = column[entry] as number;
    if (ownNode !== lastNode || ownColumn !== lastColumn) {
      for (let n = lastNode + 1; n <= ownNode; n++) nodeStarts[n] = cellCount;
      cellColumn[cellCount] = ownColumn;
      cellStarts[cellCount] = i;
      cellCount++;
      lastNode = ownNode;
      lastColumn = ownColumn;
      sum = 0;
    }
    sum += weight ? (weight[entry] as number) : 1;
    cellValue[cellCount - 1] = isBinary ? 1 : sum;
  }
  cellStarts[cellCount] = entries.length;
  for (let n = lastNode + 1; n <= nodeCount; n++) nodeStarts[n] = cellCount;
  return {
    nodeStarts,
    cellColumn: cellColumn.subarray(0, cellCount),
    cellValue: cellValue.subarray(0, cellCount),
    cellStarts: cellStarts.subarray(0, cellCount + 1),
    ...sumNodes(nodeStarts, cellValue, nodeCount),
  };
}

function sumNodes(nodeStarts: Int32Array, cellValue: Float64Array, nodeCount: number) {
  const totals = new Float64Array(nodeCount);
  const norms = new Float64Array(nodeCount);
  for (let n = 0; n < nodeCount; n++) {
    let total = 0;
    let squares = 0;
    for (let cell = nodeStarts[n] ?? 0; cell < (nodeStarts[n + 1] ?? 0); cell++) {
      const value = cellValue[cell] ?? 0;
      total += value;
      squares += value * value;
    }
    totals[n] = total;
    norms[n] = Math.sqrt(squares);
  }
  return { totals, norms };
}
