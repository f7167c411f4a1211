import { DAY_MS, type DrawnSpan, dayMs } from "./drawn-span.ts";

/** From one moment to a later one, in milliseconds (UTC). */
export interface TimeExtent {
  readonly start: number;
  readonly end: number;
}

/** Gives the time that all spans together take; open ends do not widen it. Null where none has an end. */
export function timeExtent(spans: readonly DrawnSpan[]): TimeExtent | null {
  const ends = spans.flatMap(({ start, end }) => [start, end].filter((moment) => moment !== null));
  if (ends.length === 0) return null;
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const moment of ends) {
    start = Math.min(start, moment);
    end = Math.max(end, moment);
  }
  return { start, end: Math.max(end, start + DAY_MS) };
}

/**
 * Cuts an extent down to the chosen days.
 *
 * @param from - EDTF of a year, month or day, as the address holds it; empty, or not such a date: no limit.
 * @returns The extent as it is where nothing would be left.
 */
export function windowOf(extent: TimeExtent, from: string, to: string): TimeExtent {
  const start = Math.max(extent.start, firstMoment(from) ?? extent.start);
  const end = Math.min(extent.end, lastMoment(to) ?? extent.end);
  return start < end ? { start, end } : extent;
}

/** Gives how a span lies to a window: wholly inside, touching it, or outside. An open end touches all beyond. */
export function placeInWindow(span: DrawnSpan, { start, end }: TimeExtent): "INSIDE" | "TOUCHES" | "OUTSIDE" {
  const spanStart = span.start ?? Number.NEGATIVE_INFINITY;
  const spanEnd = span.end ?? Number.POSITIVE_INFINITY;
  if (spanEnd <= start || spanStart >= end) return "OUTSIDE";
  return spanStart >= start && spanEnd <= end ? "INSIDE" : "TOUCHES";
}

/** Counts, for each of so many equal parts of an extent, the spans that begin in it. */
export function countStarts(
  spans: readonly DrawnSpan[],
  { start, end }: TimeExtent,
  binCount: number,
): readonly number[] {
  const counts = Array.from({ length: binCount }, () => 0);
  for (const span of spans) {
    const moment = span.start ?? span.end;
    if (moment === null || moment < start || moment > end) continue;
    const bin = Math.min(binCount - 1, Math.floor(((moment - start) / (end - start)) * binCount));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Reads the first moment of `2022`, `2022-03` or `2022-03-29`; null for anything else. */
function firstMoment(date: string): number | null {
  const parts = readParts(date);
  if (!parts) return null;
  return dayMs([parts.year, parts.month ?? "01", parts.day ?? "01"].join("-"));
}

/** Reads the moment after the last of `2022`, `2022-03` or `2022-03-29`; null for anything else. */
function lastMoment(date: string): number | null {
  const parts = readParts(date);
  if (!parts) return null;
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part) => Number(part));
  if (parts.day !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
  if (parts.month !== undefined) return Date.UTC(Number(year), Number(month));
  return Date.UTC(Number(year) + 1);
}

function readParts(date: string): { year: string; month?: string; day?: string } | null {
  const groups = /^(?<year>\d{4})(-(?<month>0[1-9]|1[0-2])(-(?<day>0[1-9]|[12]\d|3[01]))?)?$/.exec(
    date,
  )?.groups;
  return groups ? (groups as { year: string; month?: string; day?: string }) : null;
}
