import { casesQuestion } from "../../../../src/questions/cases.ts";
import { type Trace, traceQuestion } from "../../../../src/questions/trace.ts";
import { dayOf } from "../models/drawn-span.ts";
import { storyMarkdown } from "../models/story-markdown.ts";
import { writtenDay } from "../models/written-date.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { FallenAway } from "../parts/fallen-away.tsx";
import { statementColumns } from "../parts/statement-columns.ts";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/trace.css";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";
import { NeighbourList } from "./trace/neighbour-list.tsx";
import { RootFacts } from "./trace/root-facts.tsx";
import { Story } from "./trace/story.tsx";

/** The whole story of one thing, each statement down to its source. */
export function TraceView({ navigation }: { readonly navigation: Navigation }) {
  return navigation.address.subject === "" ? (
    <>
      <h1>{texts.views.trace}</h1>
      <p class="notice">{texts.chooseSubject}</p>
    </>
  ) : (
    <TraceOf navigation={navigation} />
  );
}

function TraceOf({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, subject, choices } = navigation.address;
  const variables = { id: `${caseSlug}/${subject}`, ...filterVariables(choices) };
  const answer = useAnswer(traceQuestion, variables);
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ trace }) => {
        const statements = trace.groups.flatMap((group) => group.statements);
        return (
          <>
            <RootFacts root={trace.root} navigation={navigation} />
            <NeighbourList neighbours={trace.neighbours} navigation={navigation} />
            <FallenAway
              navigation={navigation}
              analysis="TRACE"
              about={trace.root.id}
              variables={variables}
            />
            <AnswerNotes notes={trace} page={{ shown: statements.length, pageInfo: trace.pageInfo }} />
            {statements.length === 0 ? null : (
              <ViewBody
                navigation={navigation}
                question={traceQuestion}
                variables={variables}
                table={{
                  name: `${caseSlug}-${subject}`,
                  columns: statementColumns(navigation),
                  rows: statements,
                }}
                tools={<StoryTools trace={trace} navigation={navigation} />}
              >
                <Story groups={trace.groups} isInTime={choices.order === "time"} navigation={navigation} />
              </ViewBody>
            )}
          </>
        );
      }}
    </AnswerFrame>
  );
}

interface StoryToolsProps {
  readonly trace: Trace;
  readonly navigation: Navigation;
}

function StoryTools({ trace, navigation }: StoryToolsProps) {
  const cases = useAnswer(casesQuestion, {});
  const { caseSlug, choices } = navigation.address;
  const about = cases.state === "HERE" ? cases.value.cases.find(({ slug }) => slug === caseSlug) : undefined;
  return (
    <>
      <label class="inline-field">
        {texts.trace.order}{" "}
        <select
          value={choices.order ?? ""}
          onChange={(event) => navigation.choose({ order: event.currentTarget.value })}
        >
          <option value="">{texts.trace.byAct}</option>
          <option value="time">{texts.trace.inTime}</option>
        </select>
      </label>
      <CopyButton
        says={texts.trace.copyCitation}
        write={() => writeCitation(trace, about?.title ?? caseSlug)}
      />
      <CopyButton says={texts.trace.copyMarkdown} write={() => storyMarkdown(trace, location.href)} />
    </>
  );
}

function writeCitation({ root, pageInfo }: Trace, caseTitle: string): string {
  return texts.trace.citation(
    root.name,
    caseTitle,
    texts.statementCount(pageInfo.totalCount),
    location.href,
    writtenDay(dayOf(Date.now())),
  );
}
