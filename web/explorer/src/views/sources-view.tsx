import { type SourceDependence, sourcesQuestion } from "../../../../src/questions/sources.ts";
import { fallenFindings } from "../models/fallen-findings.ts";
import { nameSource } from "../models/source-names.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { SourceLink } from "../parts/evidence.tsx";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/sources.css";
import { texts } from "../texts.ts";
import { useAllPages } from "../use-all-pages.ts";
import { filterVariables } from "./filter-variables.ts";
import { FindingList } from "./sources/finding-list.tsx";
import { Tallies } from "./sources/tallies.tsx";
import { workColumns } from "./sources/work-columns.ts";
import { WorkTable } from "./sources/work-table.tsx";

/** What rests on which source, and what falls away where one is left out. */
export function SourcesView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const { without: _without, ...others } = choices;
  const variables = { case: caseSlug, ...filterVariables(choices) };
  const answer = useAllPages(sourcesQuestion, variables, pageOf);
  const whole = useAllPages(sourcesQuestion, { case: caseSlug, ...filterVariables(others) }, pageOf);
  return (
    <>
      <h1>{texts.views.sources}</h1>
      <AnswerFrame answer={whole} navigation={navigation}>
        {(wholePages) => (
          <AnswerFrame answer={answer} navigation={navigation}>
            {(pages) => (
              <>
                <AnswerNotes notes={pages[0].sourceDependence} />
                <Dependence
                  whole={joinPages(wholePages)}
                  left={joinPages(pages)}
                  isCurrent={answer.state === "HERE"}
                  variables={variables}
                  navigation={navigation}
                />
              </>
            )}
          </AnswerFrame>
        )}
      </AnswerFrame>
    </>
  );
}

interface SourcesAnswer {
  readonly sourceDependence: SourceDependence;
}

function pageOf({ sourceDependence }: SourcesAnswer) {
  return sourceDependence.pageInfo;
}

/** Only the findings are cut into pages. */
function joinPages(pages: readonly [SourcesAnswer, ...SourcesAnswer[]]): SourceDependence {
  const findings = pages.flatMap(({ sourceDependence }) => sourceDependence.findings);
  return { ...pages[0].sourceDependence, findings };
}

interface DependenceProps {
  /** With every source counted. */
  readonly whole: SourceDependence;
  /** Without the sources that are left out. */
  readonly left: SourceDependence;
  /** `left` answers to the sources that are left out now, not to those before. */
  readonly isCurrent: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly navigation: Navigation;
}

function Dependence({ whole, left, isCurrent, variables, navigation }: DependenceProps) {
  const { sources } = texts;
  const fallen = fallenFindings(whole.findings, left.findings);
  const older = new Set(left.olderThanSupported);
  return (
    <ViewBody
      navigation={navigation}
      question={sourcesQuestion}
      variables={variables}
      table={{
        name: `${navigation.address.caseSlug}-sources`,
        columns: workColumns(navigation),
        rows: whole.works,
      }}
    >
      {isCurrent && navigation.address.choices.without ? (
        <section class="fallen" aria-live="polite">
          <h2>{sources.fallen(fallen.length)}</h2>
          <FindingList findings={fallen} navigation={navigation} />
        </section>
      ) : null}
      <Headline dependence={left} />
      <Tallies dependence={left} navigation={navigation} />
      <WorkTable works={whole.works} navigation={navigation} />
      <FindingGroup
        title={sources.onePublisher}
        findings={left.findings.filter(
          ({ restsOn }) => restsOn === "ONE_WORK" || restsOn === "ONE_PUBLISHER",
        )}
        navigation={navigation}
      />
      <FindingGroup
        title={sources.uncited}
        findings={left.findings.filter(({ restsOn }) => restsOn === "DOCUMENT_ONLY" || restsOn === "NOTHING")}
        navigation={navigation}
      />
      <FindingGroup
        title={sources.older}
        findings={left.findings.filter(({ id }) => older.has(id))}
        navigation={navigation}
      />
      <SourceGroup title={sources.citedNotListed} sources={left.citedNotListed} navigation={navigation} />
      <SourceGroup title={sources.listedNotCited} sources={left.listedNotCited} navigation={navigation} />
    </ViewBody>
  );
}

function Headline({ dependence }: { readonly dependence: SourceDependence }) {
  const { sources } = texts;
  const counts = [
    [sources.findings, dependence.findingCount],
    [sources.restOnOne, dependence.onePublisherCount],
    [sources.restOnNone, dependence.uncitedCount],
    [sources.works, dependence.works.length],
  ] as const;
  return (
    <dl class="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString(texts.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FindingGroupProps {
  readonly title: string;
  readonly findings: SourceDependence["findings"];
  readonly navigation: Navigation;
}

function FindingGroup({ title, findings, navigation }: FindingGroupProps) {
  return (
    <details>
      <summary>
        {title} <span class="soft small">{findings.length.toLocaleString(texts.locale)}</span>
      </summary>
      <FindingList findings={findings} navigation={navigation} />
    </details>
  );
}

interface SourceGroupProps {
  readonly title: string;
  readonly sources: SourceDependence["citedNotListed"];
  readonly navigation: Navigation;
}

function SourceGroup({ title, sources, navigation }: SourceGroupProps) {
  return (
    <details>
      <summary>
        {title} <span class="soft small">{sources.length}</span>
      </summary>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLink source={source} says={nameSource(source)} navigation={navigation} />
          </li>
        ))}
      </ul>
    </details>
  );
}
