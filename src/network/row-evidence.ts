import { type CaseIndex, workOf } from "./case-index.ts";
import { isoDay, NO_DAY } from "./days.ts";
import type { NetworkOptions } from "./network-options.ts";
import { supportOf } from "./select-rows.ts";
import { type Lists, listOf, type StatementTable } from "./statement-table.ts";
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
  const supports = supportsOf(table, index, scope);
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

/** What a statement rests on, as places in the lists of names. */
interface SupportSet {
  readonly sources: readonly number[];
  readonly publishers: readonly number[];
  /** Works, and sets of candidates. */
  readonly works: readonly number[];
}

const known = new WeakMap<CaseIndex, Map<NetworkOptions["citationScope"], SupportSets>>();

/** Gives what the statements of a case rest on: the same for all its networks, hence found out once. */
function supportsOf(
  table: StatementTable,
  index: CaseIndex,
  scope: NetworkOptions["citationScope"],
): SupportSets {
  const ofCase = known.get(index) ?? new Map<NetworkOptions["citationScope"], SupportSets>();
  known.set(index, ofCase);
  const supports = ofCase.get(scope) ?? new SupportSets(table, index, scope);
  ofCase.set(scope, supports);
  return supports;
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
  /** Sets of statements that cite nothing and were found in one source. */
  readonly #ofSource = new Map<number, number>();
  readonly #sources = new NameSet();
  readonly #publishers = new NameSet();
  readonly #works = new NameSet();

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
    for (const place of places) {
      const { sources, publishers, works } = this.#sets[place] as SupportSet;
      for (const source of sources) this.#sources.mark(source);
      for (const publisher of publishers) this.#publishers.mark(publisher);
      for (const work of works) this.#works.mark(work);
    }
    return {
      publishers: this.#publishers.takeMarked(),
      sources: this.#sources.takeMarked(),
      workCount: this.#works.takeCount(),
    };
  }

  /** Gives the place of a statement's set. */
  placeOf(row: number): number {
    const known = this.#setOf[row] ?? -1;
    if (known >= 0) return known;
    const place = this.#findSet(row);
    this.#setOf[row] = place;
    return place;
  }

  #findSet(row: number): number {
    const only = onlySource(this.#table, row);
    if (only === null) return this.#tellApart(row);
    const place = this.#ofSource.get(only) ?? this.#tellApart(row);
    this.#ofSource.set(only, place);
    return place;
  }

  #tellApart(row: number): number {
    const table = this.#table;
    const codes = supportOf(table, row, this.#scope);
    const candidates = listOf(table.citesOneOf, row);
    const key = candidates.length === 0 ? codes.join(" ") : `${codes.join(" ")}|${candidates.join(" ")}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#sets.length);
    return this.#sets.push(this.#describe(codes, candidates)) - 1;
  }

  #describe(codes: readonly number[], candidates: readonly number[]): SupportSet {
    const work = (code: number) => workOf(this.#index, this.#table.sourceIds[code] ?? "");
    const sources = codes.map(work);
    const alternatives = new Set(candidates);
    const certain = codes.filter((code) => !alternatives.has(code)).map(work);
    const oneOf = candidates.length > 0 ? [[...new Set(candidates.map(work))].sort().join("|")] : [];
    return {
      sources: this.#sources.number(sources),
      publishers: this.#publishers.number(
        sources.flatMap((source) => this.#index.sources.get(source)?.publisher ?? []),
      ),
      works: this.#works.number([...certain, ...oneOf]),
    };
  }
}

/** Most statements of big cases cite nothing, and were found in one source: gives its place, null for others. */
function onlySource(table: StatementTable, row: number): number | null {
  const { cites, citesOneOf, citesParagraph, foundIn } = table;
  if (!isEmpty(cites, row) || !isEmpty(citesOneOf, row) || !isEmpty(citesParagraph, row)) return null;
  const place = foundIn.starts[row] ?? 0;
  return foundIn.starts[row + 1] === place + 1 ? (foundIn.values[place] ?? null) : null;
}

function isEmpty({ starts }: Lists, row: number): boolean {
  return starts[row] === starts[row + 1];
}

/** Names by number, some of which are marked for a time. */
class NameSet {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #isMarked: boolean[] = [];
  #marked: number[] = [];
  /** Place of each number in the order of names; made anew when a name comes. */
  #ranks: number[] = [];

  /** Numbers names, each once. */
  number(names: readonly string[]): number[] {
    return [...new Set(names)].map((name) => {
      const known = this.#numbers.get(name) ?? this.#names.push(name) - 1;
      this.#numbers.set(name, known);
      return known;
    });
  }

  mark(number: number): void {
    if (this.#isMarked[number]) return;
    this.#isMarked[number] = true;
    this.#marked.push(number);
  }

  /** Gives the marked names in order, and unmarks them. */
  takeMarked(): string[] {
    const ranks = this.#rank();
    const marked = this.#unmark().sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
    return marked.map((number) => this.#names[number] as string);
  }

  /** Gives how many are marked, and unmarks them. */
  takeCount(): number {
    return this.#unmark().length;
  }

  #unmark(): number[] {
    const marked = this.#marked;
    for (const number of marked) this.#isMarked[number] = false;
    this.#marked = [];
    return marked;
  }

  #rank(): readonly number[] {
    if (this.#ranks.length === this.#names.length) return this.#ranks;
    const order = Array.from(this.#names.keys());
    order.sort((a, b) => compareIds(this.#names[a] as string, this.#names[b] as string));
    this.#ranks = new Array<number>(order.length).fill(0);
    for (const [place, number] of order.entries()) this.#ranks[number] = place;
    return this.#ranks;
  }
}
