import type { EmptyReason } from "../domain/statement-filter.ts";

/** Declares the variables of the filters that hold in every view. */
export const FILTER_VARIABLES =
  "$from: String, $to: String, $statuses: [Status!], $withoutSources: [ID!], $rollUp: RollUp";

/** Hands those variables to a field. */
export const FILTER_ARGUMENTS =
  "from: $from, to: $to, statuses: $statuses, withoutSources: $withoutSources, rollUp: $rollUp";

/** What every answer to an analysis says besides. */
export interface AnswerNotes {
  readonly leftOut: readonly LeftOut[];
  readonly emptyBecause: EmptyReason | null;
}

/** What an analysis did not count: reason as an enum value, and how many statements. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
}

/** Asks for the notes of an answer. */
export const NOTE_FIELDS = "leftOut { reason count } emptyBecause";

/** Where a page of an answer stands among all. */
export interface PageNotes {
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export const PAGE_FIELDS = "pageInfo { totalCount hasNextPage endCursor }";
