import edtf from "edtf";

/** The real days that an EDTF date spans: ISO `YYYY-MM-DD`, both ends included; null at an open or unknown end. */
export interface DateSpan {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const cache = new Map<string, DateSpan | null>();
const CACHE_LIMIT = 100_000;

/**
 * Gives the days that an EDTF level 1 date spans, or null where the text is no such date.
 *
 * `~`, `?` and `%` do not widen the span. An open end (`..` or empty) is null.
 *
 * @example parseEdtf("2022-03") // { earliest: "2022-03-01", latest: "2022-03-31" }
 */
export function parseEdtf(text: string): DateSpan | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const span = computeSpan(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, span);
  return span;
}

// edtf 4 gives Infinity for open ends and places seasons by quarter; 21 to 24 are March to February by the standard's names.
const SEASON = /^(\d{4})-2([1-4])[~?%]?$/;
// Years 0000 to 9999 without a time of day: what a database date and a reader can both hold.
const CALENDAR_DATE = /^\d{3}[\dX][^T/]*$/;
const SEASON_MONTHS = [
  ["03-01", "05-31"],
  ["06-01", "08-31"],
  ["09-01", "11-30"],
] as const;

function computeSpan(text: string): DateSpan | null {
  const season = SEASON.exec(text);
  if (season) return seasonSpan(Number(season[1]), Number(season[2]));
  const slash = text.indexOf("/");
  if (slash >= 0) return intervalSpan(text.slice(0, slash), text.slice(slash + 1));
  if (!CALENDAR_DATE.test(text)) return null;
  try {
    const parsed = edtf(text, { level: 1 });
    return { earliest: isoDay(parsed.min), latest: isoDay(parsed.max) };
  } catch {
    return null;
  }
}

function intervalSpan(left: string, right: string): DateSpan | null {
  if (right.includes("/")) return null;
  const isOpen = (end: string) => end === ".." || end === "";
  if (isOpen(left) && isOpen(right)) return null;
  const from = isOpen(left) ? { earliest: null, latest: null } : parseEdtf(left);
  const to = isOpen(right) ? { earliest: null, latest: null } : parseEdtf(right);
  if (!from || !to) return null;
  return { earliest: from.earliest, latest: to.latest };
}

function seasonSpan(year: number, season: number): DateSpan {
  const months = SEASON_MONTHS[season - 1];
  if (months) return { earliest: `${year}-${months[0]}`, latest: `${year}-${months[1]}` };
  const next = year + 1;
  const isLeap = (next % 4 === 0 && next % 100 !== 0) || next % 400 === 0;
  return { earliest: `${year}-12-01`, latest: `${next}-02-${isLeap ? 29 : 28}` };
}

function isoDay(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}
