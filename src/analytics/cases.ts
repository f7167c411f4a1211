import type { Database } from "../database/database.ts";
import { compareTexts } from "./refs.ts";

/** A document that a case was compiled from. */
export interface CaseDocument {
  readonly id: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly date: string | null;
  /** COMPLETE: coded sentence by sentence. */
  readonly coverage: "COMPLETE" | "PARTIAL" | null;
}

/** A case with what it holds. */
export interface CaseSummary {
  /** Its slug. */
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** As written. */
  readonly from: string | null;
  readonly to: string | null;
  readonly licence: string;
  /** First and last day of its statements; null where none is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly counts: {
    readonly actors: number;
    readonly issues: number;
    readonly demands: number;
    readonly proposals: number;
    readonly meetings: number;
    readonly events: number;
    readonly claims: number;
    readonly sources: number;
    /** Those that are cited for something. */
    readonly citedSources: number;
    /** Those that are not retracted. */
    readonly statements: number;
  };
  readonly documents: readonly CaseDocument[];
}

type CaseRow = Omit<CaseSummary, "counts" | "documents"> &
  CaseSummary["counts"] & {
    readonly [column: string]: unknown;
    readonly documents: readonly (readonly [
      string,
      string | null,
      string | null,
      string | null,
      CaseDocument["coverage"],
    ])[];
  };

/** Lists the cases that are loaded, by slug, with counts, dates and documents. */
export async function cases(database: Database): Promise<CaseSummary[]> {
  const rows = await database.read<CaseRow>("analytics/cases");
  return rows.map(makeSummary);
}

function makeSummary(row: CaseRow): CaseSummary {
  const { id, title, description, from, to, licence, earliest, latest } = row;
  const { actors, issues, demands, proposals, meetings, events, claims, sources, citedSources, statements } =
    row;
  const documents = row.documents
    .map(([document, publisher, name, date, coverage]) => ({
      id: document,
      publisher,
      title: name,
      date,
      coverage,
    }))
    .sort((left, right) => compareTexts(left.id, right.id));
  const counts = {
    actors,
    issues,
    demands,
    proposals,
    meetings,
    events,
    claims,
    sources,
    citedSources,
    statements,
  };
  return { id, title, description, from, to, licence, earliest, latest, counts, documents };
}
