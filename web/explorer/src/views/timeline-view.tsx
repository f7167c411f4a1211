import { useState } from "preact/hooks";
import { type TimelineEntry, timelineQuestion } from "../../../../src/questions/timeline.ts";
import { DAY_MS, dayMs, dayOf } from "../models/drawn-span.ts";
import { countStarts, placeInWindow, type TimeExtent, timeExtent, windowOf } from "../models/time-extent.ts";
import { partByDate, type SpannedEntry } from "../models/timeline-lanes.ts";
import { writtenDay } from "../models/written-date.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { FallenAway } from "../parts/fallen-away.tsx";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/panel.css";
import "../styles/timeline.css";
import { texts } from "../texts.ts";
import { useAllPages } from "../use-all-pages.ts";
import { filterVariables } from "./filter-variables.ts";
import { describeEntry } from "./timeline/describe-entry.ts";
import { EntryPanel } from "./timeline/entry-panel.tsx";
import { Lanes } from "./timeline/lanes.tsx";
import { PlayBar } from "./timeline/play-bar.tsx";
import { TimeBrush } from "./timeline/time-brush.tsx";
import { timelineColumns } from "./timeline/timeline-columns.ts";
import { TimelineLegend } from "./timeline/timeline-legend.tsx";
import { UndatedList } from "./timeline/undated-list.tsx";

/** Statements, meetings, proposals and events in order of time, each as wide as its date. */
export function TimelineView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  // the dates are the window that is looked at, so all of time is asked for
  const { from: _from, to: _to, ...timeless } = choices;
  const variables = { case: caseSlug, ...filterVariables(timeless) };
  const answer = useAllPages(timelineQuestion, variables, ({ timeline }) => timeline.pageInfo);
  return (
    <>
      <h1>{texts.views.timeline}</h1>
      <AnswerFrame answer={answer} navigation={navigation}>
        {(pages) => (
          <>
            <AnswerNotes notes={pages[0].timeline} />
            <FallenAway navigation={navigation} analysis="TIMELINE" variables={variables} />
            <Timeline
              entries={pages.flatMap(({ timeline }) => timeline.entries)}
              variables={variables}
              navigation={navigation}
            />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly navigation: Navigation;
}

function Timeline({ entries, variables, navigation }: TimelineProps) {
  const { caseSlug, choices } = navigation.address;
  const { dated, undated } = partByDate(entries);
  const extent = timeExtent(dated.map(({ span }) => span));
  const window = extent && windowOf(extent, choices.from ?? "", choices.to ?? "");
  const shown = window ? dated.filter(({ span }) => placeInWindow(span, window) !== "OUTSIDE") : [];
  if (entries.length === 0) return null;
  return (
    <ViewBody
      navigation={navigation}
      question={timelineQuestion}
      variables={variables}
      table={{
        name: `${caseSlug}-timeline`,
        columns: timelineColumns(navigation),
        rows: [...shown.map(({ entry }) => entry), ...undated],
      }}
    >
      {extent && window ? (
        <Drawing dated={dated} undated={undated} extent={extent} window={window} navigation={navigation} />
      ) : (
        <UndatedList entries={undated} navigation={navigation} onChoose={() => {}} />
      )}
    </ViewBody>
  );
}

interface DrawingProps {
  readonly dated: readonly SpannedEntry<TimelineEntry>[];
  readonly undated: readonly TimelineEntry[];
  readonly extent: TimeExtent;
  readonly window: TimeExtent;
  readonly navigation: Navigation;
}

function Drawing({ dated, undated, extent, window, navigation }: DrawingProps) {
  const { choices } = navigation.address;
  const [playedTo, play] = usePlayedTo(navigation);
  const chosen = [...dated.map(({ entry }) => entry), ...undated].find(({ slug }) => slug === choices.open);
  const chooseTime = ({ start, end }: TimeExtent) =>
    navigation.choose(
      {
        from: start <= extent.start ? "" : dayOf(start),
        to: end >= extent.end ? "" : dayOf(end - DAY_MS),
        at: "",
      },
      { replace: true },
    );
  return (
    <div class={chosen ? "with-panel" : ""}>
      <div>
        {choices.open && !chosen ? <p class="notice">{texts.notHere}</p> : null}
        <WindowLine extent={extent} window={window} dated={dated} onWhole={() => chooseTime(extent)} />
        <TimeBrush
          extent={extent}
          window={window}
          counts={countStarts(
            dated.map(({ span }) => span),
            extent,
            BIN_COUNT,
          )}
          onChoose={chooseTime}
        />
        <PlayBar window={window} playedTo={playedTo} onPlay={play} />
        {playedTo === null ? null : (
          <LastToCome
            dated={dated}
            playedTo={playedTo}
            onKeep={() => chooseTime({ start: window.start, end: playedTo + DAY_MS })}
          />
        )}
        <TimelineLegend />
        <Lanes
          dated={dated}
          window={window}
          playedTo={playedTo}
          chosen={choices.open ?? ""}
          onChoose={(slug) => navigation.choose({ open: slug })}
        />
        <UndatedList
          entries={undated}
          navigation={navigation}
          onChoose={(slug) => navigation.choose({ open: slug })}
        />
      </div>
      {chosen ? (
        <EntryPanel entry={chosen} navigation={navigation} onClose={() => closePanel(navigation)} />
      ) : null}
    </div>
  );
}

const BIN_COUNT = 90;

/** Gives the moment that time was played up to: the reader's, or the one in the address. */
function usePlayedTo(
  navigation: Navigation,
): readonly [number | null, (moment: number | null, isLast: boolean) => void] {
  const at = navigation.address.choices.at ?? "";
  const [running, setRunning] = useState<number | null>(null);
  const kept = /^\d{4}-\d{2}-\d{2}$/.test(at) ? dayMs(at) : Number.NaN;
  const play = (moment: number | null, isLast: boolean) => {
    setRunning(isLast ? null : moment);
    // browsers take only so many changes of the address in a while
    if (isLast) navigation.choose({ at: moment === null ? "" : dayOf(moment) }, { replace: true });
  };
  return [running ?? (Number.isNaN(kept) ? null : kept), play];
}

function closePanel(navigation: Navigation): void {
  const opened = navigation.address.choices.open ?? "";
  navigation.choose({ open: "" });
  document.querySelector<HTMLElement>(`[data-mark="${CSS.escape(opened)}"]`)?.focus();
}

interface WindowLineProps {
  readonly extent: TimeExtent;
  readonly window: TimeExtent;
  readonly dated: readonly SpannedEntry<TimelineEntry>[];
  readonly onWhole: () => void;
}

function WindowLine({ extent, window, dated, onWhole }: WindowLineProps) {
  const isWhole = window.start === extent.start && window.end === extent.end;
  const partly = isWhole ? 0 : dated.filter(({ span }) => placeInWindow(span, window) === "TOUCHES").length;
  return (
    <div class="window-line">
      <strong>
        {texts.timeline.window(writtenDay(dayOf(window.start)), writtenDay(dayOf(window.end - DAY_MS)))}
      </strong>{" "}
      <button type="button" class="no-print" disabled={isWhole} onClick={onWhole}>
        {texts.timeline.wholeTime}
      </button>
      <p class="soft small">{partly === 0 ? texts.timeline.brushHelp : texts.timeline.partly(partly)}</p>
    </div>
  );
}

interface LastToComeProps {
  readonly dated: readonly SpannedEntry<TimelineEntry>[];
  readonly playedTo: number;
  readonly onKeep: () => void;
}

/** What came last, where time was played up to. */
function LastToCome({ dated, playedTo, onKeep }: LastToComeProps) {
  const last = dated
    .filter(({ span }) => span.start !== null && span.start <= playedTo)
    .toSorted((a, b) => (b.span.start ?? 0) - (a.span.start ?? 0))
    .slice(0, 3);
  return (
    <section class="last-to-come" aria-label={texts.timeline.latest}>
      <ul>
        {last.map(({ entry }) => (
          <li key={entry.id}>{describeEntry(entry)}</li>
        ))}
      </ul>
      <button type="button" onClick={onKeep}>
        {texts.timeline.keepToHere}
      </button>
    </section>
  );
}
