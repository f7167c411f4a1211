import { type TimelineEntry, timelineQuestion } from "../../../../src/questions/timeline.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { traceLink } from "../parts/trace-link.ts";
import { ViewBody } from "../parts/view-body.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** Statements, meetings, proposals and events in order of time. */
export function TimelineView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const variables = { case: caseSlug, ...filterVariables(choices) };
  const answer = useAnswer(timelineQuestion, variables);
  return (
    <>
      <h1>{texts.views.timeline}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ timeline }) => (
          <>
            <AnswerNotes
              notes={timeline}
              page={{ shown: timeline.entries.length, pageInfo: timeline.pageInfo }}
            />
            <ViewBody
              navigation={navigation}
              question={timelineQuestion}
              variables={variables}
              table={{ name: `${caseSlug}-timeline`, columns: columnsOf(navigation), rows: timeline.entries }}
            />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

function columnsOf(navigation: Navigation): readonly Column<TimelineEntry>[] {
  return [
    { title: texts.columns.date, value: ({ date }) => date },
    { title: texts.columns.kind, value: ({ kind }) => kind },
    { title: texts.columns.name, value: ({ name }) => name, link: ({ slug }) => traceLink(navigation, slug) },
    {
      title: texts.columns.status,
      value: ({ statement }) => (statement ? texts.statuses[statement.status] : null),
    },
  ];
}
