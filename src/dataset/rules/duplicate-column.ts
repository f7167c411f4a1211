import type { HeaderRule } from "../reading-rule.ts";

/** Finds columns that a file has twice. */
export const duplicateColumn: HeaderRule = {
  name: "duplicate-column",
  severity: "error",
  says: "No column stands twice in a file.",
  check: ({ names }) =>
    [...new Set(names.filter((name, index) => name !== "" && names.indexOf(name) !== index))].map((name) => ({
      column: name,
      message: `The column "${name}" stands more than once: keep one.`,
    })),
};
