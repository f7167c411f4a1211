import { type PositionCell, positionsQuestion } from "../../../../src/questions/positions.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { traceLink } from "../parts/trace-link.ts";
import { ViewBody } from "../parts/view-body.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** Who stands where on which demand. */
export function PositionsView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const variables = { case: caseSlug, ...filterVariables(choices) };
  const answer = useAnswer(positionsQuestion, variables);
  return (
    <>
      <h1>{texts.views.positions}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ positions }) => (
          <>
            <AnswerNotes
              notes={positions}
              page={{ shown: positions.cells.length, pageInfo: positions.pageInfo }}
            />
            <ViewBody
              navigation={navigation}
              question={positionsQuestion}
              variables={variables}
              table={{ name: `${caseSlug}-positions`, columns: columnsOf(navigation), rows: positions.cells }}
            />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

function columnsOf(navigation: Navigation): readonly Column<PositionCell>[] {
  return [
    {
      title: texts.columns.actor,
      value: ({ actor }) => actor.name,
      link: ({ actor }) => traceLink(navigation, actor.slug),
    },
    {
      title: texts.columns.demand,
      value: ({ target }) => target.name,
      link: ({ target }) => traceLink(navigation, target.slug),
    },
    { title: texts.columns.position, value: ({ position }) => texts.positions.words[position] },
    { title: texts.columns.date, value: ({ date }) => date },
    { title: texts.columns.statements, value: ({ statementCount }) => statementCount },
  ];
}
