import { traceQuestion } from "../../../../src/questions/trace.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { Names, StatementCard } from "../parts/statement-card.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";

/** The whole story of one thing, act by act, each statement down to its source. */
export function TraceView({ navigation }: { readonly navigation: Navigation }) {
  return navigation.address.subject === "" ? (
    <p class="notice">{texts.chooseSubject}</p>
  ) : (
    <Story navigation={navigation} />
  );
}

function Story({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, subject, choices } = navigation.address;
  const answer = useAnswer(traceQuestion, { id: `${caseSlug}/${subject}`, ...filterVariables(choices) });
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ trace: { root, neighbours, groups, pageInfo, emptyBecause } }) => (
        <>
          <p class="soft small">{root.kind}</p>
          <h1>{root.name}</h1>
          {root.summary ? <p>{root.summary}</p> : null}
          <p class="soft">
            {[root.date, root.place, root.outcome, ...root.aliases].filter(Boolean).join(" · ")}
          </p>
          {emptyBecause ? <p class="notice">{texts.emptyBecause[emptyBecause]}</p> : null}
          {neighbours.length === 0 ? null : (
            <ul class="neighbours small">
              {neighbours.map(({ relation, direction, other }) => (
                <li key={`${relation} ${direction} ${other.id}`}>
                  {texts.relations(relation, direction)} <Names refs={[other]} navigation={navigation} />
                </li>
              ))}
            </ul>
          )}
          <p class="soft small">{texts.statementCount(pageInfo.totalCount)}</p>
          {groups.map(({ act, title, statements }) => (
            <section key={act} aria-label={title}>
              <h2>
                {title} <span class="soft small">{statements.length}</span>
              </h2>
              {statements.map((statement) => (
                <StatementCard key={statement.id} statement={statement} navigation={navigation} />
              ))}
            </section>
          ))}
        </>
      )}
    </AnswerFrame>
  );
}
