import { parseForeignDate } from "../../domain/foreign-dates.ts";
import type { CellRule } from "../reading-rule.ts";

/** Finds dates that are no EDTF level 1. */
export const edtfDate: CellRule = {
  name: "edtf-date",
  severity: "error",
  says: "A date is EDTF level 1: a day, month, season or year, perhaps uncertain (`?`) or about (`~`), or an interval.",
  explain: (text) => {
    const meant = parseForeignDate(text.trim());
    const hint = meant
      ? `write "${meant}"`
      : "write such as 2022-03-29, 2022-03, 2022-09~ or 2022-04-12/2022-04-15";
    return `"${text}" is no date that can be read (EDTF level 1): ${hint}.`;
  },
};
