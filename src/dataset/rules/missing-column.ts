import type { HeaderRule } from "../reading-rule.ts";

/** Finds required columns that a file leaves out; others may be left out and are read as empty. */
export const missingColumn: HeaderRule = {
  name: "missing-column",
  severity: "error",
  says: "A file has every required column of its table.",
  check: ({ table, names }) =>
    table.columns
      .filter((column) => column.required && !names.includes(column.name))
      .map(({ name }) => ({ column: name, message: `The required column "${name}" is missing: add it.` })),
};
