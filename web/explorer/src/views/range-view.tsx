import { type CaseAnswer, caseQuestion } from "../../../../src/questions/cases.ts";
import { type RangeAnswer, rangeQuestion } from "../../../../src/questions/range.ts";
import type { Statement } from "../../../../src/questions/statement.ts";
import { goToView } from "../address.ts";
import { DAY_MS, dayMs, dayOf } from "../models/drawn-span.ts";
import { cellKey } from "../models/position-matrix.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { FallenAway } from "../parts/fallen-away.tsx";
import { SidePanel } from "../parts/side-panel.tsx";
import { StatementCard } from "../parts/statement-card.tsx";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/panel.css";
import "../styles/positions.css";
import "../styles/range.css";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";
import { GapChoice } from "./range/gap-choice.tsx";
import { Ladder } from "./range/ladder.tsx";
import { RangeChart } from "./range/range-chart.tsx";
import { rangeColumns, rangeRows } from "./range/range-rows.ts";

/** What each side asks for on an issue, over time, and how far they are apart. */
export function RangeView({ navigation }: { readonly navigation: Navigation }) {
  const answer = useAnswer(caseQuestion, { case: navigation.address.caseSlug });
  return (
    <>
      <h1>{texts.views.range}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ issues }) => {
          const shown = navigation.address.subject || firstIssue(issues);
          if (shown === "") return <p class="notice">{texts.range.noIssues}</p>;
          return (
            <>
              <IssueChoice issues={issues} shown={shown} navigation={navigation} />
              <Range issue={shown} navigation={navigation} />
            </>
          );
        }}
      </AnswerFrame>
    </>
  );
}

type Issues = CaseAnswer["issues"];

/** A measured issue shows most, and the more demands on it, the more; so it comes first. */
function firstIssue(issues: Issues): string {
  const measured = issues.filter(({ unit }) => unit !== null);
  const byDemands = (measured.length > 0 ? measured : issues).toSorted(
    (left, right) => right.demands.length - left.demands.length,
  );
  return byDemands[0]?.slug ?? "";
}

interface IssueChoiceProps {
  readonly issues: Issues;
  readonly shown: string;
  readonly navigation: Navigation;
}

function IssueChoice({ issues, shown, navigation }: IssueChoiceProps) {
  const groups = [
    [texts.range.measured, issues.filter(({ unit }) => unit !== null)],
    [texts.range.unmeasured, issues.filter(({ unit }) => unit === null)],
  ] as const;
  return (
    <label class="field issue-choice no-print">
      {texts.columns.issue}
      <select
        value={shown}
        onChange={(event) => navigation.go(goToView(navigation.address, "range", event.currentTarget.value))}
      >
        {groups.map(([title, ofGroup]) =>
          ofGroup.length === 0 ? null : (
            <optgroup key={title} label={title}>
              {ofGroup.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

interface RangeProps {
  readonly issue: string;
  readonly navigation: Navigation;
}

function Range({ issue, navigation }: RangeProps) {
  const { caseSlug, choices } = navigation.address;
  const variables = { case: caseSlug, issue, ...filterVariables(choices) };
  const answer = useAnswer(rangeQuestion, variables);
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {({ bargainingRange: range }) => (
        <>
          <h2>{range.issue.name}</h2>
          <AnswerNotes notes={range} />
          <FallenAway
            navigation={navigation}
            analysis="BARGAINING_RANGE"
            about={issue}
            variables={variables}
          />
          <ViewBody
            navigation={navigation}
            question={rangeQuestion}
            variables={variables}
            table={{
              name: `${caseSlug}-${issue}`,
              columns: rangeColumns(navigation, range.issue.unit ?? ""),
              rows: rangeRows(range),
            }}
          >
            <Drawing range={range} navigation={navigation} />
          </ViewBody>
        </>
      )}
    </AnswerFrame>
  );
}

interface DrawingProps {
  readonly range: RangeAnswer["bargainingRange"];
  readonly navigation: Navigation;
}

function Drawing({ range, navigation }: DrawingProps) {
  const { choices } = navigation.address;
  const opened = findOpened(range, choices);
  const gapIndex = Math.min(Math.max(0, Number(choices.gap) || 0), Math.max(0, range.gaps.length - 1));
  const unit = range.issue.unit ?? "";
  return (
    <div class={opened ? "with-panel" : ""}>
      <div>
        {(choices.open || choices.held) && !opened ? <p class="notice">{texts.notHere}</p> : null}
        {range.ranges.length === 0 ? (
          <p class="notice">{range.isMeasured ? texts.range.noValues : texts.range.notMeasured}</p>
        ) : (
          <>
            <RangeChart
              ranges={range.ranges}
              gap={range.gaps[gapIndex] ?? null}
              unit={unit}
              lastDay={findLastDay(range, choices.to ?? "")}
              chosen={choices.open ?? ""}
              onChoose={(open) => navigation.choose({ open, held: "" })}
            />
            {range.unitNote ? <p class="soft small">{range.unitNote}</p> : null}
            <GapChoice
              gaps={range.gaps}
              chosen={gapIndex}
              unit={unit}
              onChoose={(index) => navigation.choose({ gap: String(index) })}
            />
          </>
        )}
        <Ladder issue={range.issue.slug} held={range.held} navigation={navigation} />
      </div>
      {opened ? (
        <SidePanel title={opened.title} subject={opened.title} onClose={() => closePanel(navigation)}>
          {opened.statements.map((statement) => (
            <StatementCard key={statement.id} statement={statement} navigation={navigation} />
          ))}
        </SidePanel>
      ) : null}
    </div>
  );
}

interface Opened {
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** Finds what the address names: a point of the chart (`open`), or who holds a demand (`held`). */
function findOpened(
  { ranges, held }: RangeAnswer["bargainingRange"],
  choices: Readonly<Record<string, string>>,
): Opened | null {
  const holder = held.find(({ actor, demand }) => cellKey(actor.slug, demand.slug) === choices.held);
  if (holder) {
    return {
      title: texts.positions.on(holder.actor.name, holder.demand.name),
      statements: holder.statements,
    };
  }
  const values = ranges.flatMap(({ steps }) => steps.flatMap((step) => step.values));
  const value = values.find(({ statement }) => statement.slug === choices.open);
  return value ? { title: value.demand.name, statements: [value.statement] } : null;
}

/** The chart goes on for a while after the last change, to the end of the chosen time, so that what then holds is seen. */
function findLastDay({ ranges }: RangeAnswer["bargainingRange"], to: string): string {
  const days = ranges.flatMap(({ steps }) => steps.map(({ from }) => from)).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (/^\d{4}-\d{2}-\d{2}$/.test(to) && to > last) return to;
  return dayOf(dayMs(last) + Math.max(60 * DAY_MS, (dayMs(last) - dayMs(first)) * 0.4));
}

function closePanel(navigation: Navigation): void {
  const { open = "", held = "" } = navigation.address.choices;
  navigation.choose({ open: "", held: "" });
  document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(open || held)}"]`)?.focus();
}
