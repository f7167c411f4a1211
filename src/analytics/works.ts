import { parseEdtf } from "../domain/edtf-dates.ts";
import { parseId } from "../domain/ids.ts";
import { compareTexts } from "./refs.ts";
import type { SourceRef } from "./statement-ref.ts";

/** A work, which several entries of a reference list may name ("Ibid."). */
export interface WorkRef {
  /** The first of its entries by id. */
  readonly id: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly kind: string | null;
  readonly entries: readonly SourceRef[];
}

/** A row of `source-dependence.cypher`. */
export interface SourceRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly publisher: string | null;
  readonly author: readonly string[] | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly kind: string | null;
  readonly citationKey: string | null;
  readonly listed: boolean | null;
  readonly coverage: string | null;
  readonly sameWork: readonly string[];
  readonly statements: number;
  readonly records: number;
}

/** The works of a case, by the id of each of their entries. */
export function groupWorks(rows: readonly SourceRow[]): ReadonlyMap<string, WorkRef> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const works = new Map<string, WorkRef>();
  for (const row of [...rows].sort((left, right) => compareTexts(left.id, right.id))) {
    if (works.has(row.id)) continue;
    const entries = reachEntries(row, byId);
    const work = makeWork(row, entries);
    for (const entry of entries) works.set(entry.id, work);
  }
  return works;
}

/** Names whoever published a work; where nobody is named, the work stands for itself. */
export function publisherOf(work: WorkRef): string {
  return work.publisher ?? work.title ?? parseId(work.id).slug;
}

/** Tells whether a work is dated wholly before something. */
export function isOlder(work: WorkRef, earliest: string | null): boolean {
  const published = work.date === null ? null : (parseEdtf(work.date)?.latest ?? null);
  return published !== null && earliest !== null && published < earliest;
}

/** Gives of a source what results show. */
export function toSourceRef(row: SourceRow): SourceRef {
  const { id, publisher, title, date, url, language, citationKey, listed } = row;
  return { id, slug: parseId(id).slug, publisher, title, date, url, language, citationKey, listed };
}

function makeWork(first: SourceRow, entries: readonly SourceRow[]): WorkRef {
  const { id, publisher, title, date, language, kind } = first;
  return { id, publisher, title, date, language, kind, entries: entries.map(toSourceRef) };
}

function reachEntries(start: SourceRow, byId: ReadonlyMap<string, SourceRow>): SourceRow[] {
  const reached = new Map([[start.id, start]]);
  for (const row of reached.values()) {
    for (const id of row.sameWork) {
      const other = byId.get(id);
      if (other) reached.set(id, other);
    }
  }
  return [...reached.values()].sort((left, right) => compareTexts(left.id, right.id));
}
