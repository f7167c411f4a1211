import { LEFT_OUT_REASONS, type LeftOut, type LeftOutReason } from "../domain/statement-filter.ts";
import { STATUSES } from "../domain/vocabulary.ts";
import { type CaseIndex, expandWorks } from "./case-index.ts";
import { dayNumber, NO_DAY } from "./days.ts";
import type { NetworkOptions } from "./network-options.ts";
import { listOf, type StatementTable } from "./statement-table.ts";

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
 * Prepares the filters that look at a statement's record: known then, status, dates, sources, in that order.
 *
 * @returns The first reason to leave a row out, null where it passes.
 */
export function makeRowFilter(
  table: StatementTable,
  index: CaseIndex,
  options: NetworkOptions,
): (row: number) => LeftOutReason | null {
  const statuses = STATUSES.map((status) => options.statuses.includes(status));
  const isKnown = makeKnownFilter(table, options.asKnownOn);
  const dateReason = makeDateFilter(table, options);
  const falls = makeSourceFilter(table, index, options);
  return (row) => {
    if (!isKnown(row)) return "NOT_KNOWN_THEN";
    const status = table.status[row] ?? 0;
    if (!statuses[status]) return STATUSES[status] ?? null;
    return dateReason(row) ?? (falls(row) ? "SOURCE_LEFT_OUT" : null);
  };
}

function makeKnownFilter(table: StatementTable, asKnownOn: string | null): (row: number) => boolean {
  if (table.recordedAt.size === 0 && table.retractedAt.size === 0) return () => true;
  if (asKnownOn === null) return (row) => !table.retractedAt.has(row);
  const time = Date.parse(asKnownOn);
  return (row) => {
    const recorded = table.recordedAt.get(row);
    if (recorded !== undefined && Date.parse(recorded) > time) return false;
    const retracted = table.retractedAt.get(row);
    return retracted === undefined || Date.parse(retracted) > time;
  };
}

function makeDateFilter(
  { earliest, latest }: StatementTable,
  options: Pick<NetworkOptions, "from" | "to" | "overlap">,
): (row: number) => LeftOutReason | null {
  if (options.from === null && options.to === null) return () => null;
  const from = options.from === null ? -Infinity : dayNumber(options.from);
  const to = options.to === null ? Infinity : dayNumber(options.to);
  return (row) => {
    const first = earliest[row] ?? NO_DAY;
    const last = latest[row] ?? NO_DAY;
    if (first >= from && last <= to && last !== NO_DAY && first !== NO_DAY) return null;
    if (first === NO_DAY && last === NO_DAY) return "UNDATED";
    if ((last !== NO_DAY && last < from) || (first !== NO_DAY && first > to)) return "OUTSIDE_DATES";
    if (options.overlap === "ANY") return null;
    if (first === NO_DAY) return from === -Infinity && last <= to ? null : "OPEN_ENDED_DATE";
    if (last === NO_DAY) return to === Infinity && first >= from ? null : "OPEN_ENDED_DATE";
    return "TOO_VAGUE_DATE";
  };
}

/** A statement falls when all that it cites is left out, or, uncited, all that it was found in. */
function makeSourceFilter(
  table: StatementTable,
  index: CaseIndex,
  options: NetworkOptions,
): (row: number) => boolean {
  if (options.withoutSources.length === 0) return () => false;
  const gone = expandWorks(index, options.withoutSources);
  const isGone = table.sourceIds.map((source) => gone.has(source));
  return (row) => {
    const support = supportOf(table, row, options.citationScope);
    return support.length > 0 && support.every((source) => isGone[source]);
  };
}

/** Gives the sources (places in `sourceIds`) that a statement rests on: those it cites, or, uncited, those it was found in. */
export function supportOf(
  table: StatementTable,
  row: number,
  scope: NetworkOptions["citationScope"],
): readonly number[] {
  const columns =
    scope === "PARAGRAPH"
      ? [table.cites, table.citesOneOf, table.citesParagraph]
      : [table.cites, table.citesOneOf];
  const cited = columns.flatMap((lists) => listOf(lists, row));
  return cited.length > 0 ? cited : listOf(table.foundIn, row);
}
