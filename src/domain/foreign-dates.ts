import { parseEdtf } from "./edtf-dates.ts";

/** Which number of `3/4/2022` is the day. */
export type DateOrder = "day-first" | "month-first";

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const STAMP = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/;

/**
 * Reads a date as other programs write it and gives it as EDTF; null where it is none, or can be read in two ways.
 *
 * @param order - Settles `3/4/2022`; where it is not given only dates with a number above 12 are read.
 */
export function parseForeignDate(text: string, order: DateOrder | null = null): string | null {
  const stamp = STAMP.exec(text);
  const written = stamp?.[1] ?? compactDate(text) ?? numberDate(text, order) ?? wordDate(text) ?? text;
  return written !== "" && parseEdtf(written) !== null ? written : null;
}

/** Tells the order that dates of a column are written in from those that can be read in one way only; null where none tells. */
export function guessDateOrder(texts: readonly string[]): DateOrder | null {
  const found = new Set<DateOrder>();
  for (const text of texts) {
    const match = NUMBERS.exec(text);
    if (!match || match[2] === ".") continue;
    if (Number(match[1]) > 12) found.add("day-first");
    if (Number(match[3]) > 12) found.add("month-first");
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Tells whether a date can be read in two ways, as `3/4/2022`. */
export function isAmbiguousDate(text: string): boolean {
  const match = NUMBERS.exec(text);
  return (
    match !== null &&
    match[2] !== "." &&
    Number(match[1]) <= 12 &&
    Number(match[3]) <= 12 &&
    match[1] !== match[3]
  );
}

function compactDate(text: string): string | null {
  const match = COMPACT.exec(text) ?? null;
  if (match) return `${match[1]}-${match[2]}-${match[3]}`;
  const parts = YEAR_FIRST.exec(text);
  return parts ? makeDate(parts[1], parts[3], parts[4]) : null;
}

function numberDate(text: string, order: DateOrder | null): string | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  // With points the day comes first wherever dates are written so.
  if (separator === "." || order === "day-first" || Number(first) > 12) return makeDate(year, second, first);
  if (order === "month-first" || Number(second) > 12) return makeDate(year, first, second);
  return first === second ? makeDate(year, first, second) : null;
}

function wordDate(text: string): string | null {
  const match = /^(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),?)?,? (\d{4})$/.exec(text);
  if (!match?.[2] || (match[1] && match[3])) return null;
  const word = match[2].toLowerCase();
  const month = MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word);
  if (month < 0) return null;
  const day = match[1] ?? match[3];
  return day
    ? makeDate(match[4], String(month + 1), day)
    : `${match[4]}-${String(month + 1).padStart(2, "0")}`;
}

function makeDate(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
