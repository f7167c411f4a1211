import type { CaseAnswer, CaseDemand } from "../../../../../src/questions/cases.ts";
import type { ViewName } from "../../address.ts";
import { texts } from "../../texts.ts";

/** A question that a reader can start with, and where its answer is. */
export interface StartQuestion {
  readonly says: string;
  readonly view: ViewName;
  readonly subject: string;
  readonly choices: Readonly<Record<string, string>>;
}

const HOW_MANY = 3;

/** Chooses the questions that this case answers best: about what is refused, measured, disputed, and then of any case. */
export function chooseQuestions(value: Pick<CaseAnswer, "demands" | "claimsConnection">): StartQuestion[] {
  const contested = findContested(value.demands);
  const measured = findMeasured(value.demands);
  return [
    ...(contested ? [ask(texts.case.whoRejected(contested.text), "trace", contested.slug)] : []),
    ...(measured ? [ask(texts.case.howFarApart(measured.name), "range", measured.slug)] : []),
    ...(value.claimsConnection.totalCount > 0 ? [ask(texts.case.whatIsDisputed, "disputes")] : []),
    { ...ask(texts.case.whoStandsTogether, "network"), choices: { network: "actors" } },
    ask(texts.case.inWhatOrder, "timeline"),
  ].slice(0, HOW_MANY);
}

function ask(says: string, view: ViewName, subject = ""): StartQuestion {
  return { says, view, subject, choices: {} };
}

/** Of the demands that somebody refused the one that most was said about. */
function findContested(demands: readonly CaseDemand[]): CaseDemand | undefined {
  return demands
    .filter(({ rejectedByConnection }) => rejectedByConnection.totalCount > 0)
    .toSorted(
      (left, right) =>
        right.statementsConnection.totalCount - left.statementsConnection.totalCount ||
        right.rejectedByConnection.totalCount - left.rejectedByConnection.totalCount ||
        (left.slug < right.slug ? -1 : 1),
    )[0];
}

/** The measured issue with the most values. */
function findMeasured(demands: readonly CaseDemand[]): NonNullable<CaseDemand["issue"]> | undefined {
  const values = new Map<string, Set<number>>();
  for (const { issue, value } of demands) {
    if (issue?.unit && value !== null)
      values.set(issue.slug, (values.get(issue.slug) ?? new Set()).add(value));
  }
  const [best] = [...values]
    .filter(([, set]) => set.size > 1)
    .sort(([left, leftSet], [right, rightSet]) => rightSet.size - leftSet.size || (left < right ? -1 : 1));
  return demands.find(({ issue }) => issue?.slug === best?.[0])?.issue ?? undefined;
}
