import { type CaseIndex, workOf } from "./case-index.ts";
import { isoDay, NO_DAY } from "./days.ts";
import type { NetworkOptions } from "./network-options.ts";
import { supportOf } from "./select-rows.ts";
import { listOf, type StatementTable } from "./statement-table.ts";
import { compareIds } from "./tally.ts";

/** What a set of statements comes to. */
export interface EvidenceSummary {
  readonly statementCount: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly publishers: readonly string[];
  readonly sources: readonly string[];
  /** Distinct works; the candidates for one citation count as one. */
  readonly workCount: number;
}

/** Sums up statements; rows may come more than once. */
export interface RowEvidence {
  /** Gives distinct rows; valid until the next call. */
  collect(visitRows: (visit: (row: number) => void) => void): Int32Array;
  summarise(rows: Int32Array): EvidenceSummary;
  readonly supports: SupportSets;
}

/** Prepares the evidence of many edges: what statements rest on is read once, and few sets of sources are distinct. */
export function makeRowEvidence(
  table: StatementTable,
  index: CaseIndex,
  scope: NetworkOptions["citationScope"],
): RowEvidence {
  const buffer = new Int32Array(table.length);
  const seen = new Int32Array(table.length);
  const supports = new SupportSets(table, index, scope);
  let turn = 0;
  return {
    supports,
    collect(visitRows) {
      turn++;
      let length = 0;
      visitRows((row) => {
        if (seen[row] === turn) return;
        seen[row] = turn;
        buffer[length++] = row;
      });
      return buffer.subarray(0, length);
    },
    summarise: (rows) => ({
      statementCount: rows.length,
      ...spanOf(table, rows),
      ...supports.joinRows(rows),
    }),
  };
}

function spanOf(table: StatementTable, rows: Int32Array) {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const earliest = table.earliest[rows[i] as number] ?? NO_DAY;
    const latest = table.latest[rows[i] as number] ?? NO_DAY;
    if (earliest !== NO_DAY && earliest < first) first = earliest;
    if (latest !== NO_DAY && latest > last) last = latest;
  }
  return { first: dayOrNull(first), last: dayOrNull(last) };
}

const dayTexts = new Map<number, string | null>();

/** Gives the ISO day of a number, null for none. */
export function dayOrNull(day: number): string | null {
  if (!Number.isFinite(day)) return null;
  const text = dayTexts.get(day) ?? isoDay(day);
  dayTexts.set(day, text);
  return text;
}

/** Sources joined: what of a summary follows from them. */
type Support = Pick<EvidenceSummary, "publishers" | "sources" | "workCount">;

interface SupportSet {
  readonly sources: readonly string[];
  readonly publishers: readonly string[];
  /** Works, and sets of candidates, as keys. */
  readonly works: readonly string[];
}

/** The sets of sources that statements rest on, each told apart once. */
export class SupportSets {
  readonly #table: StatementTable;
  readonly #index: CaseIndex;
  readonly #scope: NetworkOptions["citationScope"];
  /** Place of each row's set; -1: not yet read. */
  readonly #setOf: Int32Array;
  readonly #sets: SupportSet[] = [];
  readonly #places = new Map<string, number>();
  readonly #joined = new Map<string, Support>();

  constructor(table: StatementTable, index: CaseIndex, scope: NetworkOptions["citationScope"]) {
    this.#table = table;
    this.#index = index;
    this.#scope = scope;
    this.#setOf = new Int32Array(table.length).fill(-1);
  }

  /** Joins the sets of statements. */
  joinRows(rows: Int32Array): Support {
    const places = new Set<number>();
    let last = -1;
    for (let i = 0; i < rows.length; i++) {
      const place = this.placeOf(rows[i] as number);
      if (place !== last) places.add(place);
      last = place;
    }
    return this.join(places);
  }

  /** Joins sets, given by their places. */
  join(places: ReadonlySet<number>): Support {
    const key = [...places].sort((a, b) => a - b).join(" ");
    const known = this.#joined.get(key) ?? this.#unite(places);
    this.#joined.set(key, known);
    return known;
  }

  #unite(places: ReadonlySet<number>) {
    const sets = [...places].map((place) => this.#sets[place]);
    const all = (name: keyof SupportSet) =>
      [...new Set(sets.flatMap((set) => set?.[name] ?? []))].sort(compareIds);
    return { publishers: all("publishers"), sources: all("sources"), workCount: all("works").length };
  }

  /** Gives the place of a statement's set. */
  placeOf(row: number): number {
    const known = this.#setOf[row] ?? -1;
    if (known >= 0) return known;
    const table = this.#table;
    const candidates = listOf(table.citesOneOf, row);
    const codes = supportOf(table, row, this.#scope);
    const key = `${codes.join(" ")}|${candidates.join(" ")}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#sets.length;
      this.#places.set(key, place);
      this.#sets.push(this.#describe(codes, candidates));
    }
    this.#setOf[row] = place;
    return place;
  }

  #describe(codes: readonly number[], candidates: readonly number[]): SupportSet {
    const work = (code: number) => workOf(this.#index, this.#table.sourceIds[code] ?? "");
    const sources = [...new Set(codes.map(work))];
    const alternatives = new Set(candidates);
    const certain = codes.filter((code) => !alternatives.has(code)).map(work);
    const oneOf = candidates.length > 0 ? [[...new Set(candidates.map(work))].sort().join("|")] : [];
    return {
      sources,
      publishers: sources.flatMap((source) => this.#index.sources.get(source)?.publisher ?? []),
      works: [...certain, ...oneOf],
    };
  }
}
