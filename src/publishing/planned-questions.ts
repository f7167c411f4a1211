import { caseQuestion, casesQuestion } from "../questions/cases.ts";
import { disputesQuestion } from "../questions/disputes.ts";
import { changeDays, type PositionsAnswer, positionsQuestion } from "../questions/positions.ts";
import type { Question, Variables } from "../questions/question.ts";
import { ladderQuestion, rangeQuestion } from "../questions/range.ts";
import { reversalsQuestion } from "../questions/reversals.ts";
import { sourcesQuestion } from "../questions/sources.ts";
import { timelineQuestion } from "../questions/timeline.ts";
import { traceQuestion } from "../questions/trace.ts";

/** A question with the variables that it is asked with. */
export interface PlannedQuestion {
  readonly question: Question<unknown>;
  readonly variables: Variables;
}

/** Lists what the views ask of a case as long as the reader has set no filter. */
export function planQuestions(
  caseSlug: string,
  things: readonly { readonly id: string; readonly slug: string; readonly kind: string }[],
): PlannedQuestion[] {
  const ofCase = { case: caseSlug };
  const issues = things.filter(({ kind }) => kind === "Issue");
  return [
    { question: casesQuestion, variables: {} },
    { question: caseQuestion, variables: ofCase },
    { question: timelineQuestion, variables: ofCase },
    { question: positionsQuestion, variables: ofCase },
    { question: positionsQuestion, variables: { ...ofCase, by: "ISSUE" } },
    { question: reversalsQuestion, variables: ofCase },
    ...issues.flatMap(({ slug }) => [
      { question: rangeQuestion, variables: { ...ofCase, issue: slug } },
      { question: ladderQuestion, variables: { ...ofCase, issue: slug } },
    ]),
    { question: disputesQuestion, variables: ofCase },
    { question: disputesQuestion, variables: { ...ofCase, all: true } },
    { question: sourcesQuestion, variables: ofCase },
    ...things.map(({ id }) => ({ question: traceQuestion, variables: { id } })),
  ];
}

/** Positions of earlier days are handed on as long as they are about as much as this, in characters. */
const MOST_EARLIER_POSITIONS = 20_000_000;

/**
 * Lists what the matrix asks when its date is moved, as follows from the matrix of the last day. Of a case with too many
 * positions that is nothing: its page says that it needs the server for this.
 */
export function planEarlierPositions(
  { question, variables }: PlannedQuestion,
  answer: unknown,
): PlannedQuestion[] {
  if (question !== positionsQuestion || "to" in variables) return [];
  const { positions } = answer as PositionsAnswer;
  const days = changeDays(positions.cells).slice(0, -1);
  const isTooMuch = JSON.stringify(answer).length * days.length > MOST_EARLIER_POSITIONS;
  if (positions.pageInfo.hasNextPage || isTooMuch) return [];
  const { by: _by, ...ofCase } = variables;
  return days.flatMap((to) => [
    { question: positionsQuestion, variables: { ...variables, to } },
    ...("by" in variables ? [] : [{ question: reversalsQuestion, variables: { ...ofCase, to } }]),
  ]);
}
