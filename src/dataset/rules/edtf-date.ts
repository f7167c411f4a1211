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

/** Reads the commonest slips in the only way in which they can be read. */
function mend(text: string): string | null {
  const slashed =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [, year = "", month = "", day = ""] = slashed ?? [];
  const mended = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isReal = Number.isFinite(Date.parse(mended)) && new Date(mended).toISOString().startsWith(mended);
  return slashed && isReal ? mended : null;
}
