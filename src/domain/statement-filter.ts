import type { RollUp, Status } from "./vocabulary.ts";

/** Which statements an analysis draws on; every analysis takes these words, and says in its result which it used. */
export interface StatementFilter {
  /** Slug of the case. */
  readonly case: string;
  /** ISO days, both included; null: no limit. */
  readonly from: string | null;
  readonly to: string | null;
  /** INSIDE: the statement's days lie wholly in the window. ANY: they touch it. */
  readonly overlap: "INSIDE" | "ANY";
  readonly statuses: readonly Status[];
  /** Ids of sources to leave out. */
  readonly withoutSources: readonly string[];
  /** Whether a statement also rests on what the rest of its paragraph cites. */
  readonly citationScope: "SENTENCE" | "PARAGRAPH";
  readonly rollUp: RollUp;
  readonly expandCoalitions: boolean;
  /** Counts actors linked SAME_AS as one. */
  readonly mergeSameAs: boolean;
  /** ISO time: what the database held then; null: now. */
  readonly asKnownOn: string | null;
}

/** Why a statement was left out of a result. */
export const LEFT_OUT_REASONS = [
  "OPINION",
  "DISPUTED",
  "CLAIMED",
  "REPORTED",
  "OUTSIDE_DATES",
  "TOO_VAGUE_DATE",
  "UNDATED",
  "OPEN_ENDED_DATE",
  "SOURCE_LEFT_OUT",
  "NO_POLARITY",
  "HALF_POLARITY",
  "NO_ACTOR",
  "DUPLICATE",
  "OTHER_TARGET",
  "OTHER_ACT",
  "OTHER_ACTOR",
  "NOT_KNOWN_THEN",
] as const;

export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Why an answer is empty. */
export type EmptyReason =
  /** The documents were coded sentence by sentence: they do not say so. */
  | "NOT_STATED"
  /** They were coded in part: they may say so. */
  | "NOT_CODED"
  /** There is something, but the filters leave it out. */
  | "LEFT_OUT"
  /** What the actors asked for said counts for those they stand for. */
  | "ROLLED_UP"
  /** Nothing was said of the demands themselves, but for proposals that contain them. */
  | "ON_PROPOSALS";

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
}
