import type { CellRule } from "../reading-rule.ts";

/** Finds empty cells in required columns. */
export const requiredCell: CellRule = {
  name: "required-cell",
  severity: "error",
  says: "A required column is filled in on every line.",
  explain: (_text, column) => `The required cell "${column.name}" is empty: fill it in.`,
};
