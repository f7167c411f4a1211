import { caseQuestion } from "../../../../src/questions/cases.ts";
import {
  type ComparedAnalysis,
  comparisonQuestion,
  type SourceComparison,
} from "../../../../src/questions/comparison.ts";
import type { Variables } from "../../../../src/questions/question.ts";
import { formatAddress, goToView } from "../address.ts";
import { nameSources } from "../models/source-names.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { AnswerFrame } from "./answer-frame.tsx";

interface FallenAwayProps {
  readonly navigation: Navigation;
  readonly analysis: ComparedAnalysis;
  /** Id or slug of what the analysis is about, where it is about one thing. */
  readonly about?: string;
  /** What the view asks with. */
  readonly variables: Variables;
}

/** What a view says otherwise, or no longer, since sources are left out; nothing where none is. */
export function FallenAway(props: FallenAwayProps) {
  return props.navigation.address.choices.without ? <Comparison {...props} /> : null;
}

function Comparison({ navigation, analysis, about, variables }: FallenAwayProps) {
  const { caseSlug } = navigation.address;
  const { withoutSources, from, to, statuses, rollUp } = variables;
  const answer = useAnswer(comparisonQuestion, {
    case: caseSlug,
    analysis,
    ...(about === undefined ? {} : { about: [about] }),
    sources: withoutSources,
    ...{ from, to, statuses, rollUp },
  });
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ compareWithoutSources: { differences, unchangedCount } }) => (
        <FallenList
          navigation={navigation}
          subject={texts.fallen.subjects[analysis]}
          changes={differences.map(writeDifference)}
          total={unchangedCount + differences.length}
        />
      )}
    </AnswerFrame>
  );
}

/** One thing that is no longer, or only now, or otherwise there. */
export interface WrittenChange {
  readonly key: string;
  readonly change: "LOST" | "GAINED" | "CHANGED";
  readonly what: string;
  readonly detail: string;
  /** Where it is read as it was, with every source counted. */
  readonly link?: string;
}

interface FallenListProps {
  readonly navigation: Navigation;
  /** What is compared, in the plural. */
  readonly subject: string;
  readonly changes: readonly WrittenChange[];
  readonly total: number;
}

/** Tells what changes without the sources left out, and how to count them again. */
export function FallenList({ navigation, subject, changes, total }: FallenListProps) {
  const { caseSlug, choices } = navigation.address;
  const about = useAnswer(caseQuestion, { case: caseSlug });
  const names = nameSources(about.state === "HERE" ? about.value.sources : [], choices.without ?? "");
  return (
    <section class="fallen-away" aria-live="polite">
      <details>
        <summary>
          <b>{texts.fallen.without(names)}</b> {texts.fallen.changes(changes.length, total, subject)}
        </summary>
        <ul class="small">
          {changes.map(({ key, change, what, detail, link }) => (
            <li key={key}>
              <b>{texts.fallen.words[change]}</b> {link ? <a href={link}>{what}</a> : what}{" "}
              <span class="soft">{detail}</span>
            </li>
          ))}
        </ul>
      </details>
      <p class="small no-print">
        <button type="button" class="link" onClick={() => navigation.choose({ without: "" })}>
          {texts.fallen.countAgain}
        </button>
        {" · "}
        <a href={formatAddress(goToView(navigation.address, "sources"))}>{texts.fallen.allStatements}</a>
      </p>
    </section>
  );
}

function writeDifference({
  id,
  change,
  what,
  before,
  after,
}: SourceComparison["differences"][number]): WrittenChange {
  const detail = change === "CHANGED" ? `${before} → ${after}` : (before ?? after ?? "");
  return { key: id, change, what, detail };
}
