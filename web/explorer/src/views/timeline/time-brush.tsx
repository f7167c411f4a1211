import type { TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { DAY_MS, dayOf } from "../../models/drawn-span.ts";
import type { TimeExtent } from "../../models/time-extent.ts";
import { writtenDay } from "../../models/written-date.ts";
import { REM, ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";
import { useWidth } from "../../use-width.ts";

interface TimeBrushProps {
  /** All the time there is. */
  readonly extent: TimeExtent;
  /** The part of it that is chosen. */
  readonly window: TimeExtent;
  /** How much begins in each of equal parts of the extent. */
  readonly counts: readonly number[];
  readonly onChoose: (window: TimeExtent) => void;
}

const HEIGHT = 56;
/** Units of the drawing that a pointer must move before it chooses. */
const LEAST_DRAG = 4;

/** All time at a glance, and the part of it that is looked at: drag over it, or move its ends with the arrow keys. */
export function TimeBrush({ extent, window, counts, onChoose }: TimeBrushProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const [draft, setDraft] = useState<TimeExtent | null>(null);
  const dragFrom = useRef<number | null>(null);
  const shown = draft ?? window;
  const x = (moment: number) => ((moment - extent.start) / (extent.end - extent.start)) * width;
  const momentAt = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const { left, width: pixels } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / pixels));
    return extent.start + share * (extent.end - extent.start);
  };
  const settle = () => {
    if (draft) onChoose(wholeDays(draft));
    setDraft(null);
    dragFrom.current = null;
  };
  return (
    <div class="time-brush" ref={place}>
      <ScaledSvg
        role="presentation"
        width={width}
        height={HEIGHT}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragFrom.current = momentAt(event);
        }}
        onPointerMove={(event) => {
          const from = dragFrom.current;
          if (from === null || Math.abs(x(momentAt(event)) - x(from)) < LEAST_DRAG) return;
          setDraft({ start: Math.min(from, momentAt(event)), end: Math.max(from, momentAt(event)) });
        }}
        onPointerUp={settle}
        onPointerCancel={settle}
      >
        <Histogram counts={counts} width={width} />
        <rect class="dimmed" width={Math.max(0, x(shown.start))} height={HEIGHT} />
        <rect class="dimmed" x={x(shown.end)} width={Math.max(0, width - x(shown.end))} height={HEIGHT} />
        <rect
          class="window"
          x={x(shown.start)}
          width={Math.max(2, x(shown.end) - x(shown.start))}
          height={HEIGHT}
        />
      </ScaledSvg>
      <Handle
        name={texts.timeline.windowStart}
        at={x(shown.start)}
        moment={shown.start}
        {...{ extent }}
        onMove={(start) => start < window.end - DAY_MS / 2 && onChoose({ start, end: window.end })}
      />
      <Handle
        name={texts.timeline.windowEnd}
        at={x(shown.end)}
        moment={shown.end - DAY_MS}
        {...{ extent }}
        onMove={(day) => day + DAY_MS > window.start && onChoose({ start: window.start, end: day + DAY_MS })}
      />
    </div>
  );
}

interface HandleProps {
  readonly name: string;
  /** Units of the drawing from its left. */
  readonly at: number;
  /** Start of the day that it stands for. */
  readonly moment: number;
  readonly extent: TimeExtent;
  readonly onMove: (day: number) => void;
}

function Handle({ name, at, moment, extent, onMove }: HandleProps) {
  const [first, last] = [extent.start, extent.end - DAY_MS];
  const step = Math.max(1, Math.round((extent.end - extent.start) / DAY_MS / 100)) * DAY_MS;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: moment - step,
    ArrowDown: moment - step,
    ArrowRight: moment + step,
    ArrowUp: moment + step,
    PageDown: moment - step * 10,
    PageUp: moment + step * 10,
    Home: first,
    End: last,
  };
  return (
    <div
      class="handle"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={first / DAY_MS}
      aria-valuemax={last / DAY_MS}
      aria-valuenow={Math.round(moment / DAY_MS)}
      aria-valuetext={writtenDay(dayOf(moment))}
      style={{ insetInlineStart: `${at / REM}rem` }}
      onKeyDown={(event) => {
        const target = moves[event.key];
        if (target === undefined) return;
        event.preventDefault();
        onMove(Math.min(last, Math.max(first, target)));
      }}
    />
  );
}

function Histogram({ counts, width }: { readonly counts: readonly number[]; readonly width: number }) {
  const most = Math.max(1, ...counts);
  const step = width / counts.length;
  return (
    <>
      {counts.map((count, index) => {
        // a root scale: single entries stay in sight beside crowded days
        const height = Math.sqrt(count / most) * (HEIGHT - 10);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of time have no other name
            key={index}
            class="bar"
            x={index * step}
            y={HEIGHT - height}
            width={Math.max(1, step - 1)}
            height={height}
          />
        );
      })}
    </>
  );
}

function wholeDays({ start, end }: TimeExtent): TimeExtent {
  const first = Math.floor(start / DAY_MS) * DAY_MS;
  return { start: first, end: Math.max(first + DAY_MS, Math.ceil(end / DAY_MS) * DAY_MS) };
}
