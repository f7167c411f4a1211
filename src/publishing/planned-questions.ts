import { caseQuestion, casesQuestion } from "../questions/cases.ts";
import { disputesQuestion } from "../questions/disputes.ts";
import { positionsQuestion } from "../questions/positions.ts";
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
