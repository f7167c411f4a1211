import { type DisputedClaim, disputesQuestion } from "../../../../src/questions/disputes.ts";
import type { Ref } from "../../../../src/questions/statement.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { traceLink } from "../parts/trace-link.ts";
import { ViewBody } from "../parts/view-body.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** Who asserts, who disputes. */
export function DisputesView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const variables = { case: caseSlug, ...filterVariables(choices) };
  const answer = useAnswer(disputesQuestion, variables);
  return (
    <>
      <h1>{texts.views.disputes}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ disputes }) => (
          <>
            <AnswerNotes
              notes={disputes}
              page={{ shown: disputes.claims.length, pageInfo: disputes.pageInfo }}
            />
            <ViewBody
              navigation={navigation}
              question={disputesQuestion}
              variables={variables}
              table={{ name: `${caseSlug}-disputes`, columns: columnsOf(navigation), rows: disputes.claims }}
            />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

function columnsOf(navigation: Navigation): readonly Column<DisputedClaim>[] {
  const names = (refs: readonly Ref[]) => refs.map(({ name }) => name).join(", ");
  return [
    {
      title: texts.columns.claim,
      value: ({ claim }) => claim.name,
      link: ({ claim }) => traceLink(navigation, claim.slug),
    },
    { title: texts.columns.assertedBy, value: ({ assertedBy }) => names(assertedBy) },
    { title: texts.columns.disputedBy, value: ({ disputedBy }) => names(disputedBy) },
  ];
}
