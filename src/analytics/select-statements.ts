import {
  LEFT_OUT_REASONS,
  type LeftOut,
  type LeftOutReason,
  type StatementFilter,
} from "../domain/statement-filter.ts";
import type { CitationScope } from "../domain/vocabulary.ts";
import type { StatementRef } from "./statement-ref.ts";

/** What of a statement the filters look at. */
export interface Selectable
  extends Pick<StatementRef, "status" | "earliest" | "latest" | "recordedAt" | "retractedAt"> {
  readonly cites: readonly { readonly scope: CitationScope; readonly source: { readonly id: string } }[];
  readonly foundIn: readonly { readonly source: { readonly id: string } }[];
}

/** The filters, with what the database says of them. */
export interface Selection {
  readonly filter: StatementFilter;
  /** Ids of every entry of each work that is left out. */
  readonly leftOutSources: ReadonlySet<string>;
  /** Ids of what was removed since the time asked for, or before; empty where no time is asked for. */
  readonly removed: readonly string[];
}

/** What a relation of structure rests on, ids of sources; null where it has none of the sort. */
export interface RelationEvidence {
  readonly cites: readonly string[] | null;
  readonly citesParagraph: readonly string[] | null;
  readonly citesOneOf: readonly string[] | null;
  readonly foundIn: readonly string[] | null;
}

/** What of a selection decides whether evidence falls. */
export interface LeftOutSources {
  readonly filter: Pick<StatementFilter, "citationScope">;
  readonly leftOutSources: ReadonlySet<string>;
}

/** Counts what is left out, by reason. */
export class LeftOutCount {
  readonly #counts = new Map<LeftOutReason, number>();

  add(reason: LeftOutReason, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  /** The reasons that occurred, in the order of the list of reasons. */
  list(): LeftOut[] {
    return LEFT_OUT_REASONS.flatMap((reason) => {
      const count = this.#counts.get(reason);
      return count ? [{ reason, count }] : [];
    });
  }
}

/**
 * Keeps the statements that pass the filters, in their order.
 *
 * @param leftOut - Takes the count of the others; each counts once, by the first reason that holds: not known then, status,
 *   dates, sources.
 */
export function selectStatements<T extends Selectable>(
  statements: readonly T[],
  selection: Selection,
  leftOut: LeftOutCount,
): T[] {
  return statements.filter((statement) => {
    const reason = findReason(statement, selection);
    if (reason) leftOut.add(reason);
    return reason === null;
  });
}

function findReason(statement: Selectable, selection: Selection): LeftOutReason | null {
  const { filter } = selection;
  if (!isKnown(statement, filter.asKnownOn)) return "NOT_KNOWN_THEN";
  if (!filter.statuses.includes(statement.status)) return statement.status;
  return findDateReason(statement, filter) ?? (falls(statement, selection) ? "SOURCE_LEFT_OUT" : null);
}

/** Tells whether the database held a record at a time, null: now. */
export function isKnown(statement: Selectable, asKnownOn: string | null): boolean {
  if (asKnownOn === null) return statement.retractedAt === null;
  const time = Date.parse(asKnownOn);
  const { recordedAt, retractedAt } = statement;
  if (recordedAt !== null && Date.parse(recordedAt) > time) return false;
  return retractedAt === null || Date.parse(retractedAt) > time;
}

/**
 * Tells why a date lies outside the window, null where it lies in it.
 *
 * INSIDE wants all its days in the window, ANY one of them. An end that is open counts as reaching on for ever.
 */
export function findDateReason(
  days: { readonly earliest: string | null; readonly latest: string | null },
  window: Pick<StatementFilter, "from" | "to" | "overlap">,
): LeftOutReason | null {
  const { from, to } = window;
  if (from === null && to === null) return null;
  const { earliest, latest } = days;
  if (earliest === null && latest === null) return "UNDATED";
  if (
    (from !== null && latest !== null && latest < from) ||
    (to !== null && earliest !== null && earliest > to)
  ) {
    return "OUTSIDE_DATES";
  }
  if (window.overlap === "ANY") return null;
  if ((from !== null && earliest === null) || (to !== null && latest === null)) return "OPEN_ENDED_DATE";
  const isInside = (from === null || (earliest ?? "") >= from) && (to === null || (latest ?? "") <= to);
  return isInside ? null : "TOO_VAGUE_DATE";
}

/**
 * Tells whether a statement falls with the sources that are left out: all that it cites, or, uncited, all it was found in.
 *
 * Of candidates for one citation all must go before the citation does, so that they count like citations of their own.
 */
export function falls(
  evidence: Pick<Selectable, "cites" | "foundIn">,
  { filter, leftOutSources }: LeftOutSources,
): boolean {
  if (leftOutSources.size === 0) return false;
  const cited = evidence.cites.filter(
    (citation) => citation.scope === "SENTENCE" || filter.citationScope === "PARAGRAPH",
  );
  const support = cited.length > 0 ? cited : evidence.foundIn;
  return support.length > 0 && support.every(({ source }) => leftOutSources.has(source.id));
}

/** Tells whether a relation of structure falls with the sources that are left out, by the same rule as a statement. */
export function relationFalls(
  { cites, citesParagraph, citesOneOf, foundIn }: RelationEvidence,
  { filter, leftOutSources }: LeftOutSources,
): boolean {
  if (leftOutSources.size === 0) return false;
  const isWide = filter.citationScope === "PARAGRAPH";
  const cited = [...(cites ?? []), ...(citesOneOf ?? []), ...((isWide && citesParagraph) || [])];
  const support = cited.length > 0 ? cited : (foundIn ?? []);
  return support.length > 0 && support.every((source) => leftOutSources.has(source));
}
