import { type SourcesAnswer, sourcesQuestion } from "../../../../src/questions/sources.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { ViewBody } from "../parts/view-body.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** What rests on which source. */
export function SourcesView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const variables = { case: caseSlug, ...filterVariables(choices) };
  const answer = useAnswer(sourcesQuestion, variables);
  return (
    <>
      <h1>{texts.views.sources}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ sourceDependence }) => (
          <>
            <AnswerNotes notes={sourceDependence} />
            <ViewBody
              navigation={navigation}
              question={sourcesQuestion}
              variables={variables}
              table={{ name: `${caseSlug}-sources`, columns: COLUMNS, rows: sourceDependence.works }}
            />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

const COLUMNS: readonly Column<SourcesAnswer["sourceDependence"]["works"][number]>[] = [
  { title: texts.columns.publisher, value: ({ work }) => work.publisher },
  { title: texts.columns.title, value: ({ work }) => work.title },
  { title: texts.columns.date, value: ({ work }) => work.date },
  { title: texts.columns.language, value: ({ work }) => work.language },
  { title: texts.columns.supports, value: ({ supportCount }) => supportCount },
  { title: texts.columns.fallsWithout, value: ({ fallsWithout }) => fallsWithout.length },
];
