import { DemarcheError } from "../domain/errors.ts";
import { type CalendarUnit, dayNumber, firstDayAfter, firstDayOf, isoDay, nameUnit } from "./days.ts";
import type { MeetingEntry } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { compareIds } from "./tally.ts";

/** A span of time with its name; ISO days, both included; null: open. */
export interface TimeSlice {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The most slices that one network is cut into. */
export const MAX_SLICES = 2_000;

/**
 * Cuts time as the options ask: into calendar units, a moving window, or the spans between meetings.
 *
 * @param span - First and last day of the statements; null: there are none.
 * @throws DemarcheError BAD_INPUT for more than `MAX_SLICES`.
 */
export function timeSlices(
  options: NetworkOptions,
  meetings: readonly MeetingEntry[],
  span: { readonly first: string; readonly last: string } | null,
): TimeSlice[] {
  if (options.slices === "MEETINGS") return sliceBetweenMeetings(options, meetings);
  const first = options.from ?? span?.first;
  const last = options.to ?? span?.last;
  if (first === undefined || last === undefined || first > last) return [];
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (options.slices === "WINDOW") return moveWindow(options, from, to);
  return sliceCalendar(options.slices as CalendarUnit, options, from, to);
}

function sliceCalendar(unit: CalendarUnit, options: NetworkOptions, from: number, to: number): TimeSlice[] {
  const slices: TimeSlice[] = [];
  for (let day = firstDayOf(unit, from); day <= to; day = firstDayAfter(unit, day)) {
    const begin = options.from === null ? day : Math.max(day, from);
    const end = firstDayAfter(unit, day) - 1;
    slices.push({
      label: nameUnit(unit, day),
      from: isoDay(begin),
      to: isoDay(options.to === null ? end : Math.min(end, to)),
    });
    checkCount(slices.length);
  }
  return slices;
}

/** Windows go on until one reaches the last day; none passes a `to` that was given, where the first one is cut short. */
function moveWindow(
  { windowLength, windowStep, to: given }: NetworkOptions,
  from: number,
  to: number,
): TimeSlice[] {
  const slices: TimeSlice[] = [];
  for (let begin = from; ; begin += windowStep) {
    const end = begin + windowLength - 1;
    if (given !== null && end > to && begin > from) return slices;
    const [first, last] = [isoDay(begin), isoDay(given === null ? end : Math.min(end, to))];
    slices.push({ label: `${first}/${last}`, from: first, to: last });
    checkCount(slices.length);
    if (end >= to) return slices;
  }
}

/** From the day after one meeting's last day to the last day of the next; meetings that end together part time once. */
function sliceBetweenMeetings(options: NetworkOptions, meetings: readonly MeetingEntry[]): TimeSlice[] {
  const parting = joinByEnd(meetings.filter((meeting) => options.meetingKinds.includes(meeting.kind)));
  const ends = parting.filter(
    ({ day }) => (options.from === null || day >= options.from) && (options.to === null || day < options.to),
  );
  checkCount(ends.length);
  const slices: TimeSlice[] = [];
  let from = options.from;
  let before: string | null = null;
  for (const { day, names } of ends) {
    slices.push({ label: before === null ? `before ${names}` : `${before} – ${names}`, from, to: day });
    from = isoDay(dayNumber(day) + 1);
    before = names;
  }
  slices.push({ label: before === null ? "all" : `after ${before}`, from, to: options.to });
  return slices;
}

function joinByEnd(meetings: readonly MeetingEntry[]): { day: string; names: string }[] {
  const byDay = new Map<string, string[]>();
  for (const { latest, name } of meetings) {
    if (latest !== null) byDay.set(latest, [...(byDay.get(latest) ?? []), name]);
  }
  return [...byDay]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([day, names]) => ({ day, names: names.sort(compareIds).join(", ") }));
}

function checkCount(count: number): void {
  if (count <= MAX_SLICES) return;
  throw new DemarcheError(
    "BAD_INPUT",
    `This makes more than ${MAX_SLICES} slices: take longer ones, or narrow from and to.`,
  );
}
