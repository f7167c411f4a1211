import { caseQuestion } from "../../../../src/questions/cases.ts";
import { type RangeAnswer, rangeQuestion } from "../../../../src/questions/range.ts";
import { goToView } from "../address.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { traceLink } from "../parts/trace-link.ts";
import { ViewBody } from "../parts/view-body.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** What each side asks for on an issue. */
export function RangeView({ navigation }: { readonly navigation: Navigation }) {
  const { address, go } = navigation;
  const answer = useAnswer(caseQuestion, { case: address.caseSlug });
  return (
    <>
      <h1>{texts.views.range}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ issues }) => (
          <>
            <label class="field">
              {texts.columns.issue}{" "}
              <select
                value={address.subject}
                onChange={(event) => go(goToView(address, "range", event.currentTarget.value))}
              >
                <option value="">{texts.range.choose}</option>
                {issues.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {address.subject === "" ? null : <Range navigation={navigation} />}
          </>
        )}
      </AnswerFrame>
    </>
  );
}

function Range({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, subject, choices } = navigation.address;
  const variables = { case: caseSlug, issue: subject, ...filterVariables(choices) };
  const answer = useAnswer(rangeQuestion, variables);
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ bargainingRange }) => (
        <>
          <AnswerNotes notes={bargainingRange} />
          <ViewBody
            navigation={navigation}
            question={rangeQuestion}
            variables={variables}
            table={{
              name: `${caseSlug}-${subject}`,
              columns: columnsOf(navigation),
              rows: bargainingRange.held,
            }}
          />
        </>
      )}
    </AnswerFrame>
  );
}

type Held = RangeAnswer["bargainingRange"]["held"][number];

function columnsOf(navigation: Navigation): readonly Column<Held>[] {
  return [
    {
      title: texts.columns.actor,
      value: ({ actor }) => actor.name,
      link: ({ actor }) => traceLink(navigation, actor.slug),
    },
    {
      title: texts.columns.demand,
      value: ({ demand }) => demand.name,
      link: ({ demand }) => traceLink(navigation, demand.slug),
    },
  ];
}
