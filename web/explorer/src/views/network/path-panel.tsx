import type { PathsAnswer } from "../../../../../src/questions/network.ts";
import { pathsQuestion } from "../../../../../src/questions/network.ts";
import type { Navigation } from "../../navigation.ts";
import { AnswerFrame } from "../../parts/answer-frame.tsx";
import { StatementCard } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";
import { useAnswer } from "../../use-answer.ts";
import type { Answer } from "../../use-asked.ts";
import { filterVariables } from "../filter-variables.ts";

/** Asks for the shortest chains between the node in focus and the one chosen as `path`. */
export function usePaths({ address }: Navigation): Answer<PathsAnswer> {
  const { caseSlug, choices } = address;
  const { rollUp: _, ...filters } = filterVariables(choices);
  return useAnswer(pathsQuestion, {
    source: `${caseSlug}/${choices.focus ?? ""}`,
    target: `${caseSlug}/${choices.path ?? ""}`,
    ...filters,
  });
}

/** The shortest chains of statements between two nodes. */
export function PathPanel({ navigation }: { readonly navigation: Navigation }) {
  const answer = usePaths(navigation);
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ paths: { source, target, length, paths, pageInfo } }) => (
        <section aria-label={texts.network.path(source.name, target.name)}>
          <h2>{texts.network.path(source.name, target.name)}</h2>
          <p class="soft small">{texts.network.pathLength(length, pageInfo.totalCount)}</p>
          <button type="button" class="no-print" onClick={() => navigation.choose({ path: "" })}>
            {texts.tools.close}
          </button>
          {paths.map(({ id, steps }, place) => (
            <section key={id} aria-label={texts.network.pathNumber(place + 1)}>
              <h3>{[source.name, ...steps.map(({ to }) => to.name)].join(" → ")}</h3>
              {steps.map(({ statement, to }) => (
                <StatementCard
                  key={`${statement.id} ${to.id}`}
                  statement={statement}
                  navigation={navigation}
                />
              ))}
            </section>
          ))}
        </section>
      )}
    </AnswerFrame>
  );
}
