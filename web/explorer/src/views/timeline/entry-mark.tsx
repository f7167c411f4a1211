import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import type { LaneMark } from "../../models/timeline-lanes.ts";
import { SIGNS, sideOf } from "./signs.ts";

interface EntryMarkProps {
  readonly mark: LaneMark<TimelineEntry>;
  /** Middle of the row, in pixels from the top of the lane. */
  readonly middle: number;
}

const BAND_HEIGHT = 10;

/**
 * The drawing of one entry: a sign on a day, a solid bar over what lasted, a band over what is only known to lie within.
 *
 * The sign tells the side (up: for, down: against, diamond: half, circle: neither), a hollow one the status, a dashed band
 * what is uncertain.
 */
export function EntryMark({ mark, middle }: EntryMarkProps) {
  const { span, left, right, entry } = mark;
  const certainty = span.isUncertain ? " uncertain" : "";
  const sign = (
    <path class="sign" d={signOf(entry)} transform={`translate(${(left + right) / 2} ${middle})`} />
  );
  if (span.reading === "DAY") return <g class={`${classOf(entry)}${certainty}`}>{sign}</g>;
  const band = drawBand(mark, middle);
  return (
    <g class={`${classOf(entry)}${certainty}`}>
      <path class={span.reading === "LASTED" ? "lasted" : "within"} d={band} />
      {entry.statement ? sign : null}
    </g>
  );
}

/** Draws a band; an end that is open has no edge. */
function drawBand({ span, left, right }: LaneMark<TimelineEntry>, middle: number): string {
  const [top, bottom] = [middle - BAND_HEIGHT / 2, middle + BAND_HEIGHT / 2];
  if (span.start === null) return `M${left} ${top}H${right}V${bottom}H${left}`;
  if (span.end === null) return `M${right} ${top}H${left}V${bottom}H${right}`;
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}

function classOf({ statement }: TimelineEntry): string {
  if (!statement) return "mark thing";
  return `mark ${sideOf(statement.polarity)} ${statement.status.toLowerCase()}`;
}

function signOf({ statement }: TimelineEntry): string {
  return statement ? SIGNS[sideOf(statement.polarity)] : SIGNS.neutral;
}
