/** What a date says of the time that it spans. */
export type SpanReading =
  /** One day. */
  | "DAY"
  /** It lasted the whole span: an interval of a meeting, a proposal or an event. */
  | "LASTED"
  /** It was on one day within the span; which one is not known. */
  | "WITHIN";

/** A date as it is drawn: as wide as what is known of it, never narrower. */
export interface DrawnSpan {
  /** Milliseconds (UTC) at the start of the first day; null where the date is open before. */
  readonly start: number | null;
  /** Milliseconds (UTC) at the end of the last day; null where the date is open after. */
  readonly end: number | null;
  readonly reading: SpanReading;
  /** Marked `~`, `?` or `%`, or inferred from the order of telling. */
  readonly isUncertain: boolean;
}

/** What has a place in time. */
export interface Dated {
  readonly kind: string;
  /** EDTF, as written. */
  readonly date: string | null;
  readonly dateBasis: string | null;
  /** ISO days; null at an open or unknown end. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const DAY_MS = 86_400_000;

/** Gives the span that a thing is drawn over; null where it has no date at all. */
export function drawnSpan(thing: Dated): DrawnSpan | null {
  const { date, earliest, latest } = thing;
  if (earliest === null && latest === null) return null;
  return {
    start: earliest === null ? null : dayMs(earliest),
    end: latest === null ? null : dayMs(latest) + DAY_MS,
    reading: readSpan(thing),
    isUncertain: /[~?%]/.test(date ?? "") || thing.dateBasis === "INFERRED_FROM_ORDER",
  };
}

/** Gives the milliseconds (UTC) at which an ISO day begins. */
export function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Gives the ISO day that a moment lies on. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function readSpan({ kind, date, earliest, latest }: Dated): SpanReading {
  if (earliest !== null && earliest === latest) return "DAY";
  // an interval of a statement is what is not known; one of a meeting is how long it took
  return kind !== "Statement" && (date ?? "").includes("/") ? "LASTED" : "WITHIN";
}
