import type { DateBasis } from "../../domain/vocabulary.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SEASONS = ["spring", "summer", "autumn", "winter"];

/**
 * Writes an EDTF date as a report does: `29 March 2022`, `about September 2022`, `between 29 March 2022 and May 2022`.
 *
 * @param date - As written in the tables; null gives `undated`.
 * @param isDuration - An interval is how long it lasted, not what is not known.
 */
export function writeDate(date: string | null, isDuration = false): string {
  if (date === null) return "undated";
  const [left = "", right] = date.split("/");
  if (right === undefined) return writePoint(left);
  if (left === "" || left === "..") return `until ${writePoint(right)}`;
  if (right === "" || right === "..") return `since ${writePoint(left)}`;
  const [first, last] = [writePoint(shorten(left, right)), writePoint(right)];
  return isDuration ? `${first} to ${last}` : `between ${first} and ${last}`;
}

/** Says how a date is known, where that is not simply stated; empty where it is. */
export function writeDateBasis(basis: DateBasis | null): string {
  switch (basis) {
    case "YEAR_FROM_CONTEXT":
      return "year from the context";
    case "DERIVED":
      return "derived";
    case "INFERRED_FROM_ORDER":
      return "from the order of telling";
    default:
      return "";
  }
}

/** Leaves out of a first day the year and month that it shares with the last: `5` of `5 and 6 May 2021`. */
function shorten(left: string, right: string): string {
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  const isShared = isDay(left) && isDay(right) && left.slice(0, 7) === right.slice(0, 7);
  return isShared ? String(Number(left.slice(8))) : left;
}

function writePoint(text: string): string {
  const isAbout = /[~%]$/.test(text);
  const isUncertain = /[?%]$/.test(text);
  const written = writeParts(text.replace(/[~?%]$/, ""));
  return `${isAbout ? "about " : ""}${written}${isUncertain ? " (uncertain)" : ""}`;
}

function writeParts(text: string): string {
  const [year, month, day] = text.split("-");
  if (year === undefined || month === undefined || !/^\d{4}$/.test(year)) return text;
  const number = Number(month);
  const season = SEASONS[number - 21];
  if (season) return `${season} ${year}`;
  const name = MONTHS[number - 1];
  if (!name) return text;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
