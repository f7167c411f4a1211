import { type CaseAnswer, caseQuestion } from "../../../../src/questions/cases.ts";
import { choose, formatAddress, goToView } from "../address.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { traceLink } from "../parts/trace-link.ts";
import { texts } from "../texts.ts";
import { CiteCard } from "./case/cite-card.tsx";
import { SourceShares } from "./case/source-shares.tsx";
import { StartQuestions } from "./case/start-questions.tsx";
import "../styles/case.css";
import { useAnswer } from "../use-answer.ts";

/** What the case is, how much of it there is, and the ways in: issues and demands, meetings, proposals, sources. */
export function CaseView({ navigation }: { readonly navigation: Navigation }) {
  const answer = useAnswer(caseQuestion, { case: navigation.address.caseSlug });
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {(value) => {
        const [about] = value.cases;
        if (!about) return <p class="notice">{texts.noSuchCase}</p>;
        return (
          <>
            <h1>{about.title}</h1>
            <div class="lead">
              <div>
                <p>{about.description}</p>
                <p class="soft small">{texts.caseDates(about.from, about.to)}</p>
                <Counts value={value} navigation={navigation} />
              </div>
              <CiteCard about={about} />
            </div>
            <StartQuestions value={value} navigation={navigation} />
            <div class="columns">
              <Issues issues={value.issues} navigation={navigation} />
              <LooseDemands demands={value.demands} navigation={navigation} />
              <List title={texts.lists.meetings} things={value.meetings} navigation={navigation} />
              <List
                title={texts.lists.proposals}
                things={value.proposals.map((one) => ({ ...one, name: one.title }))}
                navigation={navigation}
              />
              <SourceShares sources={value.sources} navigation={navigation} />
            </div>
            {about.note ? <p class="soft small">{about.note}</p> : null}
          </>
        );
      }}
    </AnswerFrame>
  );
}

interface CountsProps {
  readonly value: CaseAnswer;
  readonly navigation: Navigation;
}

/** How much of each there is; a number leads to where it is told one by one. */
function Counts({ value, navigation: { address } }: CountsProps) {
  const table = { show: "table" };
  const counts = [
    [texts.counts.statements, value.statementsConnection.totalCount, "timeline", table],
    [texts.counts.actors, value.actorsConnection.totalCount, "network", {}],
    [texts.counts.demands, value.demands.length, "positions", {}],
    [texts.counts.meetings, value.meetings.length, "timeline", {}],
    [texts.counts.proposals, value.proposals.length, "timeline", {}],
    [texts.counts.claims, value.claimsConnection.totalCount, "disputes", { all: "yes" }],
    [texts.counts.sources, value.sources.length, "sources", {}],
  ] as const;
  return (
    <dl class="counts">
      {counts.map(([name, count, view, choices]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <a href={formatAddress(choose(goToView(address, view), choices))}>{count.toLocaleString("en")}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Issues({
  issues,
  navigation,
}: {
  readonly issues: CaseAnswer["issues"];
  readonly navigation: Navigation;
}) {
  const asked = issues.filter(({ demands }) => demands.length > 0);
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{texts.lists.issues}</h2>
      {asked.map(({ slug, name, demands }) => (
        <details key={slug}>
          <summary>
            {name} <span class="soft small">{demands.length}</span>
          </summary>
          <ul>
            {demands.map((demand) => (
              <li key={demand.slug}>
                <a href={traceLink(navigation, demand.slug)}>{demand.text}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** Demands on no issue, those that most is said about first. */
function LooseDemands({
  demands,
  navigation,
}: {
  readonly demands: CaseAnswer["demands"];
  readonly navigation: Navigation;
}) {
  const loose = demands
    .filter(({ issue }) => issue === null)
    .toSorted((left, right) => right.statementsConnection.totalCount - left.statementsConnection.totalCount);
  if (loose.length === 0) return null;
  return (
    <section>
      <h2>{texts.lists.demands}</h2>
      <ul>
        {loose.map(({ slug, text, statementsConnection }) => (
          <li key={slug}>
            <a href={traceLink(navigation, slug)}>{text}</a>{" "}
            <span class="soft small">{texts.statementCount(statementsConnection.totalCount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly things: readonly {
    readonly slug: string;
    readonly name: string;
    readonly date: string | null;
    readonly outcome?: string | null;
  }[];
  readonly navigation: Navigation;
}

function List({ title, things, navigation }: ListProps) {
  if (things.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="dated">
        {things.map(({ slug, name, date, outcome }) => (
          <li key={slug}>
            <span class="soft small">{date ?? texts.undated}</span>{" "}
            <a href={traceLink(navigation, slug)}>{name}</a>
            {outcome ? <div class="soft small">{outcome}</div> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
