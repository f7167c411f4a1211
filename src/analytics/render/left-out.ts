import type { EmptyReason, LeftOut, LeftOutReason } from "../../domain/statement-filter.ts";

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  OPINION: "the source's opinion",
  DISPUTED: "disputed",
  CLAIMED: "claimed only",
  REPORTED: "reported",
  OUTSIDE_DATES: "outside the dates",
  TOO_VAGUE_DATE: "too vague a date",
  UNDATED: "undated",
  OPEN_ENDED_DATE: "an open-ended date",
  SOURCE_LEFT_OUT: "resting on a source left out",
  NO_POLARITY: "neither for nor against",
  HALF_POLARITY: "half for or against",
  NO_ACTOR: "without a named actor",
  DUPLICATE: "a repetition",
  OTHER_TARGET: "about something else, or against a proposal as a whole",
  OTHER_ACT: "of another act",
  OTHER_ACTOR: "of another actor",
  NOT_KNOWN_THEN: "not known then",
};

const EMPTY: Readonly<Record<EmptyReason, string>> = {
  NOT_STATED: "Nothing: the documents of the case were coded sentence by sentence, and do not say so.",
  NOT_CODED: "Nothing: the documents of the case were coded in part; they may say so.",
  LEFT_OUT: "Nothing that the filters let through.",
  ROLLED_UP:
    "Nothing: what they said counts for those they stand for. Ask for these, or let persons count as themselves (roll-up NONE).",
  ON_PROPOSALS:
    "Nothing was said of the demands themselves, but of proposals that contain them: ask for positions or a range with throughProposals (--through-proposals).",
};

/** Says what a result leaves out; null where that is nothing. */
export function writeLeftOut(leftOut: readonly LeftOut[]): string | null {
  if (leftOut.length === 0) return null;
  const parts = leftOut.map(({ reason, count }) => `${count} ${REASONS[reason]}`);
  return `Left out: ${parts.join(", ")}.`;
}

/** Says why a result is empty. */
export function writeEmpty(reason: EmptyReason): string {
  return EMPTY[reason];
}
