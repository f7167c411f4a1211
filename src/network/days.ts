/** Stands for an open or unknown end in columns of day numbers. */
export const NO_DAY = -2_147_483_648;

const MILLISECONDS_A_DAY = 86_400_000;

/** Gives the number of an ISO day since 1970-01-01, `NO_DAY` for null. */
export function dayNumber(day: string | null): number {
  if (day === null) return NO_DAY;
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

/** Gives the ISO day of a number, null for `NO_DAY`. */
export function isoDay(day: number): string | null {
  if (day === NO_DAY) return null;
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Calendar units, of which every day belongs to one. */
export type CalendarUnit = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** Gives the first day of the unit that a day belongs to; weeks begin on Monday (ISO 8601), so that they carry their year. */
export function firstDayOf(unit: CalendarUnit, day: number): number {
  if (unit === "DAY") return day;
  // 1970-01-01 was a Thursday.
  if (unit === "WEEK") return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * MILLISECONDS_A_DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const firstMonth = unit === "YEAR" ? 0 : unit === "QUARTER" ? month - (month % 3) : month;
  return numberOf(year, firstMonth);
}

/** Gives the first day of the unit after the one that a day belongs to. */
export function firstDayAfter(unit: CalendarUnit, day: number): number {
  const first = firstDayOf(unit, day);
  if (unit === "DAY") return first + 1;
  if (unit === "WEEK") return first + 7;
  const date = new Date(first * MILLISECONDS_A_DAY);
  const months = unit === "YEAR" ? 12 : unit === "QUARTER" ? 3 : 1;
  return numberOf(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/** Names the unit that a day belongs to: `2022-03-29`, `2022-W13`, `2022-03`, `2022-Q1`, `2022`. */
export function nameUnit(unit: CalendarUnit, day: number): string {
  const text = isoDay(firstDayOf(unit, day)) ?? "";
  if (unit === "DAY") return text;
  if (unit === "MONTH") return text.slice(0, 7);
  if (unit === "YEAR") return text.slice(0, 4);
  if (unit === "QUARTER") return `${text.slice(0, 4)}-Q${Math.floor(Number(text.slice(5, 7)) / 3) + 1}`;
  return nameWeek(day);
}

/** An ISO week belongs to the year of its Thursday. */
function nameWeek(day: number): string {
  const thursday = firstDayOf("WEEK", day) + 3;
  const week = Math.floor((thursday - firstDayOf("YEAR", thursday)) / 7) + 1;
  return `${isoDay(thursday)?.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}

/** `Date.UTC` reads years below 100 as 1900 and more, hence the two steps. */
function numberOf(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / MILLISECONDS_A_DAY);
}
