import type { CellPairs } from "./cell-pairs.ts";
import { NO_DAY } from "./days.ts";
import { dayOrNull, type EvidenceSummary, type SupportSets } from "./row-evidence.ts";
import type { StatementTable } from "./statement-table.ts";
import type { Tally } from "./tally.ts";

const MIXED = -1;

/**
 * Sums up the statements of edges cell by cell, where every statement has one entry, so that nothing is counted twice.
 *
 * Edges of big networks rest on thousands of statements each, and cells lie side by side in memory where rows do not.
 */
export class CellEvidence {
  readonly #tally: Tally;
  readonly #rowOf: (entry: number) => number;
  readonly #supports: SupportSets;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #support: Int32Array;
  readonly #seen: Int32Array;
  #turn = 0;

  constructor(tally: Tally, table: StatementTable, supports: SupportSets, rowOf: (entry: number) => number) {
    const cellCount = tally.cellColumn.length;
    this.#tally = tally;
    this.#rowOf = rowOf;
    this.#supports = supports;
    this.#first = new Int32Array(cellCount).fill(2_147_483_647);
    this.#last = new Int32Array(cellCount).fill(NO_DAY);
    this.#support = new Int32Array(cellCount);
    this.#seen = new Int32Array(cellCount);
    for (let cell = 0; cell < cellCount; cell++) this.#sumCell(cell, table);
  }

  summarise({ length, left, right }: CellPairs): EvidenceSummary {
    this.#turn++;
    const state = { count: 0, first: 2_147_483_647, last: NO_DAY, support: -2, supports: new Set<number>() };
    for (let pair = 0; pair < length; pair++) {
      this.#add(left[pair] as number, state);
      this.#add(right[pair] as number, state);
    }
    return {
      statementCount: state.count,
      first: state.first === 2_147_483_647 ? null : dayOrNull(state.first),
      last: state.last === NO_DAY ? null : dayOrNull(state.last),
      ...this.#supports.join(state.supports),
    };
  }

  #add(
    cell: number,
    state: { count: number; first: number; last: number; support: number; supports: Set<number> },
  ): void {
    if (this.#seen[cell] === this.#turn) return;
    this.#seen[cell] = this.#turn;
    const { cellStarts } = this.#tally;
    state.count += (cellStarts[cell + 1] as number) - (cellStarts[cell] as number);
    const first = this.#first[cell] as number;
    if (first < state.first) state.first = first;
    const last = this.#last[cell] as number;
    if (last > state.last) state.last = last;
    const support = this.#support[cell] as number;
    if (support === state.support && support !== MIXED) return;
    state.support = support;
    if (support === MIXED) this.#visitRows(cell, (row) => state.supports.add(this.#supports.placeOf(row)));
    else state.supports.add(support);
  }

  #sumCell(cell: number, table: StatementTable): void {
    let isFirst = true;
    this.#visitRows(cell, (row) => {
      const earliest = table.earliest[row] ?? NO_DAY;
      const latest = table.latest[row] ?? NO_DAY;
      if (earliest !== NO_DAY && earliest < (this.#first[cell] ?? 0)) this.#first[cell] = earliest;
      if (latest > (this.#last[cell] ?? 0)) this.#last[cell] = latest;
      const support = this.#supports.placeOf(row);
      if (isFirst) this.#support[cell] = support;
      else if (this.#support[cell] !== support) this.#support[cell] = MIXED;
      isFirst = false;
    });
  }

  #visitRows(cell: number, visit: (row: number) => void): void {
    const { cellStarts, entries } = this.#tally;
    for (let i = cellStarts[cell] ?? 0; i < (cellStarts[cell + 1] ?? 0); i++) {
      visit(this.#rowOf(entries[i] ?? 0));
    }
  }
}
