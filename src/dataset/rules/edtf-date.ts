import type { CellRule } from "../reading-rule.ts";

/** Finds dates that are no EDTF level 1. */
export const edtfDate: CellRule = {
  name: "edtf-date",
  severity: "error",
  says: "A date is EDTF level 1: a day, month, season or year, perhaps uncertain (`?`) or about (`~`), or an interval.",
  explain: (text) => {
    const mended = mend(text.trim());
    const hint = mended
      ? `write "${mended}"`
      : "write such as 2022-03-29, 2022-03, 2022-09~ or 2022-04-12/2022-04-15";
    return `"${text}" is no date that can be read (EDTF level 1): ${hint}.`;
  },
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

// Day, month and year in the orders in which people and spreadsheets write them.
const SLIPS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<day>1[3-9]|2\d|3[01])[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<month>\d{1,2})[-/.](?<day>1[3-9]|2\d|3[01])[-/.](?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/i,
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i,
];

/** Reads the commonest slips in the only way in which they can be read. */
function mend(text: string): string | null {
  for (const slip of SLIPS) {
    const { year = "", month = "", day = "" } = slip.exec(text)?.groups ?? {};
    const mended = `${year}-${readMonth(month)}-${day.padStart(2, "0")}`;
    if (Number.isFinite(Date.parse(mended)) && new Date(mended).toISOString().startsWith(mended))
      return mended;
  }
  return null;
}

function readMonth(text: string): string {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return (named > 0 ? String(named) : text).padStart(2, "0");
}
