import { type CellColumns, layOutColumns } from "./cell-columns.ts";
import type { CellPairs } from "./cell-pairs.ts";
import { NO_DAY } from "./days.ts";
import type { EdgeColumns } from "./edge-columns.ts";
import type { Aggregation } from "./network-options.ts";
import { dayOrNull, type EvidenceSummary, type SupportSets } from "./row-evidence.ts";
import type { StatementTable } from "./statement-table.ts";
import { oppositeOf, type Tally, visitCell } from "./tally.ts";

const NO_FIRST = 2_147_483_647;
/** Support of an edge of which nothing was added yet, and of one that rests on several sets of sources. */
const NO_SUPPORT = -2;
const MIXED = -1;

/** The edges of a tally, and how their cells are found. */
export interface TallyEdges {
  readonly tally: Tally;
  readonly aggregation: Aggregation;
  readonly edges: Pick<EdgeColumns, "length" | "source" | "target">;
  /** The cells behind an edge; valid until the next call. */
  readonly open: (edge: number) => CellPairs;
}

/** What lies in a column, place by place; or behind the edges, one by one. */
interface Sums {
  readonly count: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Place of the one set of sources. */
  readonly support: Int32Array;
}

/**
 * Sums up the statements of all edges in one pass over the cells, where every statement has one entry, so that nothing is
 * counted twice: edges of big networks rest on thousands of statements each.
 */
export class CellEvidence {
  readonly #from: TallyEdges;
  readonly #supports: SupportSets;
  readonly #cells: Sums;
  readonly #edges: Sums;
  readonly #rowOf: (entry: number) => number;

  constructor(
    from: TallyEdges,
    table: StatementTable,
    supports: SupportSets,
    rowOf: (entry: number) => number,
  ) {
    this.#from = from;
    this.#supports = supports;
    this.#rowOf = rowOf;
    this.#cells = sumCells(from.tally, table, supports, rowOf);
    this.#edges = sumEdges(from, this.#cells);
  }

  /** Gives what the statements of an edge come to. */
  summarise(edge: number): EvidenceSummary {
    const { count, first, last, support } = this.#edges;
    const own = support[edge] as number;
    return {
      statementCount: count[edge] as number,
      first: first[edge] === NO_FIRST ? null : dayOrNull(first[edge] as number),
      last: last[edge] === NO_DAY ? null : dayOrNull(last[edge] as number),
      ...this.#supports.join(own === MIXED ? this.#findSupports(edge) : new Set([own])),
    };
  }

  #findSupports(edge: number): Set<number> {
    const { length, left, right } = this.#from.open(edge);
    const found = new Set<number>();
    for (let pair = 0; pair < length; pair++) {
      this.#addSupport(left[pair] as number, found);
      this.#addSupport(right[pair] as number, found);
    }
    return found;
  }

  #addSupport(cell: number, found: Set<number>): void {
    const own = this.#cells.support[cell] as number;
    if (own !== MIXED) found.add(own);
    else visitCell(this.#from.tally, cell, (entry) => found.add(this.#supports.placeOf(this.#rowOf(entry))));
  }
}

function makeSums(length: number): Sums {
  return {
    count: new Int32Array(length),
    first: new Int32Array(length).fill(NO_FIRST),
    last: new Int32Array(length).fill(NO_DAY),
    support: new Int32Array(length).fill(NO_SUPPORT),
  };
}

/** Adds what lies at one place of `from` to one of `to`. */
function addSums(to: Sums, place: number, from: Sums, other: number): void {
  to.count[place] = (to.count[place] as number) + (from.count[other] as number);
  to.first[place] = Math.min(to.first[place] as number, from.first[other] as number);
  to.last[place] = Math.max(to.last[place] as number, from.last[other] as number);
  to.support[place] = joinSupports(to.support[place] as number, from.support[other] as number);
}

function sumCells(
  tally: Tally,
  table: StatementTable,
  supports: SupportSets,
  rowOf: (entry: number) => number,
): Sums {
  const sums = makeSums(tally.cellColumn.length);
  const one = makeSums(1);
  for (let cell = 0; cell < tally.cellColumn.length; cell++) {
    visitCell(tally, cell, (entry) => {
      const row = rowOf(entry);
      const earliest = table.earliest[row] as number;
      one.count[0] = 1;
      one.first[0] = earliest === NO_DAY ? NO_FIRST : earliest;
      one.last[0] = table.latest[row] as number;
      one.support[0] = supports.placeOf(row);
      addSums(sums, cell, one, 0);
    });
  }
  return sums;
}

/** Goes through the groups of each node and through all that share their columns, as the projection goes through cells. */
function sumEdges({ tally, aggregation, edges }: TallyEdges, cells: Sums): Sums {
  const groups = groupCells(tally, aggregation);
  const columns = layOutColumns(groups.column, groups.nodeStarts, groups.columnCount);
  const sums = makeSums(groups.column.length);
  for (let cell = 0; cell < groups.ofCell.length; cell++) {
    addSums(sums, columns.places[groups.ofCell[cell] as number] as number, cells, cell);
  }
  const found = makeSums(edges.length);
  const edgeTo = new Int32Array(tally.nodeIds.length).fill(-1);
  let edge = 0;
  for (let node = 0; node < tally.nodeIds.length; node++) {
    const begin = edge;
    for (; edges.source[edge] === node; edge++) edgeTo[edges.target[edge] as number] = edge;
    const end = groups.nodeStarts[node + 1] as number;
    for (let group = groups.nodeStarts[node] as number; group < end; group++) {
      const own = columns.places[group] as number;
      const met = groups.meets(groups.column[group] as number);
      if (met >= 0) addColumn(found, edgeTo, { sums, columns, own, from: columns.after(met, node), met });
    }
    for (let past = begin; past < edge; past++) edgeTo[edges.target[past] as number] = -1;
  }
  return found;
}

/** The cells of one node that meet the same cells of others, taken together, so that each edge counts them once. */
interface CellGroups {
  readonly nodeStarts: Int32Array;
  readonly column: Int32Array;
  readonly columnCount: number;
  readonly ofCell: Int32Array;
  /** The column that a column meets; -1: none. */
  readonly meets: (column: number) => number;
}

/** With SUBTRACT, which counts nothing neutral, what is for a unit and what is against it both meet both; else each cell stands alone. */
function groupCells({ cellColumn, nodeStarts, signs, unitIds }: Tally, aggregation: Aggregation): CellGroups {
  const joinsSigns = aggregation === "SUBTRACT" && signs === 3;
  const keyOf = (column: number) => (joinsSigns ? column - (column % 3) : column);
  const ofCell = new Int32Array(cellColumn.length);
  const column = new Int32Array(cellColumn.length);
  const starts = new Int32Array(nodeStarts.length);
  let count = 0;
  for (let node = 0; node + 1 < nodeStarts.length; node++) {
    starts[node] = count;
    const end = nodeStarts[node + 1] as number;
    for (let cell = nodeStarts[node] as number; cell < end; cell++) {
      const key = keyOf(cellColumn[cell] as number);
      if (count === starts[node] || column[count - 1] !== key) column[count++] = key;
      ofCell[cell] = count - 1;
    }
  }
  starts[nodeStarts.length - 1] = count;
  return {
    nodeStarts: starts,
    column: column.slice(0, count),
    columnCount: unitIds.length * signs,
    ofCell,
    meets: (own) => (aggregation === "CONFLICT" ? oppositeOf(own, signs) : own),
  };
}

interface Meeting {
  readonly sums: Sums;
  readonly columns: CellColumns;
  /** Place of the group that meets all from `from` on in the column `met`. */
  readonly own: number;
  readonly from: number;
  readonly met: number;
}

/**
 * Adds a group, and each that it meets in a column, to the edge between the two.
 *
 * The innermost loop, with some fifty million turns for a million statements: hence it is `addSums` of both, written out.
 */
function addColumn(found: Sums, edgeTo: Int32Array, { sums, columns, own, from, met }: Meeting): void {
  const { nodes, starts } = columns;
  const { count, first, last, support } = found;
  const { count: counts, first: firsts, last: lasts, support: supports } = sums;
  const [ownCount, ownFirst] = [counts[own] as number, firsts[own] as number];
  const [ownLast, ownSupport] = [lasts[own] as number, supports[own] as number];
  const end = starts[met + 1] as number;
  for (let place = from; place < end; place++) {
    const edge = edgeTo[nodes[place] as number] as number;
    if (edge < 0) continue;
    count[edge] = (count[edge] as number) + ownCount + (counts[place] as number);
    const known = first[edge] as number;
    if (ownFirst < known || (firsts[place] as number) < known)
      first[edge] = Math.min(ownFirst, firsts[place] as number, known);
    const until = last[edge] as number;
    if (ownLast > until || (lasts[place] as number) > until)
      last[edge] = Math.max(ownLast, lasts[place] as number, until);
    if (support[edge] === ownSupport && supports[place] === ownSupport) continue;
    support[edge] = joinSupports(
      support[edge] as number,
      joinSupports(ownSupport, supports[place] as number),
    );
  }
}

function joinSupports(left: number, right: number): number {
  if (left === right || left === NO_SUPPORT) return right;
  return right === NO_SUPPORT ? left : MIXED;
}
