import { texts } from "../texts.ts";

/**
 * Writes an EDTF date for a reader: `29 March 2022`, `about September 2022`, `between March 2022 and May 2022`.
 *
 * @param date - As written in the tables; null gives the word for undated.
 * @param isDuration - An interval is how long it lasted, not what is not known.
 */
export function writtenDate(date: string | null, isDuration = false): string {
  if (date === null) return texts.undated;
  const [left = "", right] = date.split("/");
  if (right === undefined) return writePoint(left);
  if (isOpen(left)) return texts.dates.until(writePoint(right));
  if (isOpen(right)) return texts.dates.since(writePoint(left));
  return texts.dates[isDuration ? "lasted" : "between"](writePoint(left), writePoint(right));
}

/** Writes an ISO day for a reader. */
export function writtenDay(day: string): string {
  return writePoint(day);
}

function isOpen(end: string): boolean {
  return end === "" || end === "..";
}

function writePoint(point: string): string {
  const written = writeParts(point.replace(/[~?%]$/, ""));
  const about = /[~%]$/.test(point) ? texts.dates.about(written) : written;
  return /[?%]$/.test(point) ? texts.dates.uncertain(about) : about;
}

function writeParts(text: string): string {
  const [year = "", month, day] = text.split("-");
  if (!/^\d{4}$/.test(year) || month === undefined) return text;
  const season = texts.dates.seasons[Number(month) - 21];
  if (season) return `${season} ${year}`;
  const moment = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return moment.toLocaleDateString(texts.locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  });
}
