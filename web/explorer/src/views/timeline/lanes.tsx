import { scaleUtc } from "d3-scale";
import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import type { Extent } from "../../models/pack-rows.ts";
import type { TimeExtent } from "../../models/time-extent.ts";
import {
  type Lane,
  type LaneEntry,
  type LaneMark,
  type SpannedEntry,
  timelineLanes,
} from "../../models/timeline-lanes.ts";
import { ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";
import { useWidth } from "../../use-width.ts";
import { describeEntry } from "./describe-entry.ts";
import { EntryMark } from "./entry-mark.tsx";

interface LanesProps {
  readonly dated: readonly SpannedEntry<TimelineEntry>[];
  readonly window: TimeExtent;
  /** The moment up to which time was played; null: all is shown. */
  readonly playedTo: number | null;
  /** Slug of the entry that is open beside; empty: none. */
  readonly chosen: string;
  readonly onChoose: (slug: string) => void;
}

const ROW_HEIGHT = { Meeting: 20, Proposal: 20, Event: 20, Statement: 12 } as const;
const LABEL_LETTERS = 30;
const LETTER_WIDTH = 6.4;
/** Below this many pixels names are left to the panel and the table. */
const LABELS_FROM = 700;
const MAX_ROWS = 48;
const TICK_LABEL_WIDTH = 50;

/** The lanes of the timeline, one under the other, over one scale of time. */
export function Lanes({ dated, window, playedTo, chosen, onChoose }: LanesProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const lanes = timelineLanes(dated, {
    window,
    width,
    maxRows: MAX_ROWS,
    labelWidth: (entry) => (width < LABELS_FROM ? 0 : estimateLabelWidth(entry)),
  });
  return (
    <div class="lanes" ref={place}>
      {width === 0 ? null : (
        <>
          <Axis window={window} width={width} />
          {lanes.map((lane) => (
            <LaneDrawing
              key={lane.kind}
              lane={lane}
              width={width}
              window={window}
              playedTo={playedTo}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </>
      )}
    </div>
  );
}

interface LaneDrawingProps extends Omit<LanesProps, "dated"> {
  readonly lane: Lane<TimelineEntry>;
  readonly width: number;
}

function LaneDrawing({ lane, width, window, playedTo, chosen, onChoose }: LaneDrawingProps) {
  const rowHeight = ROW_HEIGHT[lane.kind];
  const height = lane.rowCount * rowHeight + 8;
  const shown = lane.marks.filter(({ span }) => playedTo === null || (span.start ?? -Infinity) <= playedTo);
  const hasLabel = width >= LABELS_FROM && lane.kind !== "Statement";
  const entered = shown.some(({ entry }) => entry.slug === chosen) ? chosen : shown[0]?.entry.slug;
  return (
    <section class="lane">
      <h2>
        {texts.timeline.lanes[lane.kind]} <span class="soft small">{shown.length}</span>
        {lane.hiddenCount === 0 ? null : (
          <span class="soft small"> · {texts.timeline.hidden(lane.hiddenCount)}</span>
        )}
      </h2>
      <ScaledSvg role="group" aria-label={texts.timeline.lanes[lane.kind]} width={width} height={height}>
        <Grid window={window} width={width} height={height} />
        {shown.map((mark) => (
          <MarkButton
            key={mark.entry.id}
            mark={mark}
            middle={middleOf(mark.row, rowHeight)}
            hasLabel={hasLabel}
            isChosen={mark.entry.slug === chosen}
            isEntered={mark.entry.slug === entered}
            onChoose={onChoose}
          />
        ))}
        {hasLabel ? <Labels marks={shown} rowHeight={rowHeight} /> : null}
        {playedTo === null ? null : (
          <line
            class="played"
            x1={xOf(playedTo, window, width)}
            x2={xOf(playedTo, window, width)}
            y2={height}
          />
        )}
      </ScaledSvg>
    </section>
  );
}

interface LabelsProps {
  readonly marks: readonly LaneMark<TimelineEntry>[];
  readonly rowHeight: number;
}

/** Names beside the marks, for the eye alone: a mark tells its whole name itself. */
function Labels({ marks, rowHeight }: LabelsProps) {
  return (
    <g class="labels">
      {marks.map(({ entry, left, right, labelSide, row }) => (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the text of a drawing takes no focus
        <text
          key={entry.id}
          aria-hidden="true"
          class={labelSide}
          x={LABEL_PLACES[labelSide]({ left, right })}
          y={middleOf(row, rowHeight) + 4}
          text-anchor={labelSide === "right" ? "start" : "end"}
        >
          {shorten(entry.name)}
        </text>
      ))}
    </g>
  );
}

const LABEL_PLACES: Readonly<Record<LaneMark<unknown>["labelSide"], (mark: Extent) => number>> = {
  left: ({ left }) => left - 5,
  right: ({ right }) => right + 5,
  inside: ({ right }) => right - 5,
};

/** Gives the middle of a row, in pixels from the top of its lane. */
function middleOf(row: number, rowHeight: number): number {
  return 4 + row * rowHeight + rowHeight / 2;
}

interface MarkButtonProps {
  readonly mark: LaneMark<TimelineEntry>;
  readonly middle: number;
  readonly hasLabel: boolean;
  readonly isChosen: boolean;
  /** The one mark of its lane that Tab reaches; the arrow keys go on from it. */
  readonly isEntered: boolean;
  readonly onChoose: (slug: string) => void;
}

function MarkButton({ mark, middle, hasLabel, isChosen, isEntered, onChoose }: MarkButtonProps) {
  const { entry, left, right, isPartly } = mark;
  const label = hasLabel && mark.labelSide !== "inside" ? estimateLabelWidth(entry) : 0;
  const hitLeft = mark.labelSide === "left" ? left - label : left;
  const choose = () => onChoose(entry.slug);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds no button elements
    <g
      role="button"
      class={`mark-button${isPartly ? " partly" : ""}`}
      tabindex={isEntered ? 0 : -1}
      aria-label={describeEntry(entry)}
      aria-pressed={isChosen}
      data-mark={entry.slug}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose();
        }
        const step = STEPS[event.key];
        if (step) moveFocus(event, step);
      }}
    >
      <title>{describeEntry(entry)}</title>
      <rect class="hit" x={hitLeft - 2} y={middle - 7} width={right - left + label + 4} height={14} rx={3} />
      <EntryMark mark={mark} middle={middle} />
    </g>
  );
}

const STEPS: Readonly<Record<string, "nextElementSibling" | "previousElementSibling">> = {
  ArrowRight: "nextElementSibling",
  ArrowDown: "nextElementSibling",
  ArrowLeft: "previousElementSibling",
  ArrowUp: "previousElementSibling",
};

/** Moves the focus to the mark before or after, in order of time. */
function moveFocus(event: KeyboardEvent, step: "nextElementSibling" | "previousElementSibling"): void {
  const next = (event.currentTarget as Element)[step];
  if (!next?.hasAttribute("data-mark")) return;
  event.preventDefault();
  (next as SVGElement).focus();
}

function Axis({ window, width }: { readonly window: TimeExtent; readonly width: number }) {
  const scale = scaleUtc([window.start, window.end], [0, width]);
  const format = scale.tickFormat();
  return (
    <ScaledSvg class="axis" aria-hidden="true" width={width} height={22}>
      {ticksOf(window, width)
        .filter((tick) => scale(tick) < width - TICK_LABEL_WIDTH)
        .map((tick) => (
          <text key={tick.getTime()} x={scale(tick) + 4} y={15}>
            {format(tick)}
          </text>
        ))}
    </ScaledSvg>
  );
}

function Grid({
  window,
  width,
  height,
}: {
  readonly window: TimeExtent;
  readonly width: number;
  readonly height: number;
}) {
  return (
    <>
      {ticksOf(window, width).map((tick) => {
        const x = xOf(tick.getTime(), window, width);
        return <line class="grid" key={tick.getTime()} x1={x} x2={x} y2={height} />;
      })}
    </>
  );
}

function ticksOf(window: TimeExtent, width: number): readonly Date[] {
  return scaleUtc([window.start, window.end], [0, width]).ticks(Math.max(2, Math.round(width / 110)));
}

function xOf(moment: number, { start, end }: TimeExtent, width: number): number {
  return ((moment - start) / (end - start)) * width;
}

function estimateLabelWidth({ kind, name }: LaneEntry): number {
  return kind === "Statement" ? 0 : shorten(name).length * LETTER_WIDTH + 10;
}

function shorten(name: string): string {
  return name.length <= LABEL_LETTERS ? name : `${name.slice(0, LABEL_LETTERS - 1).trimEnd()}…`;
}
