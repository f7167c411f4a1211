import type { HeaderRule } from "../reading-rule.ts";

/** Finds columns that the table does not have. */
export const unknownColumn: HeaderRule = {
  name: "unknown-column",
  severity: "error",
  says: "Every column of a file is one of its table's.",
  check: ({ table, names }, suggest) => {
    const known = table.columns.map((column) => column.name);
    return names
      .filter((name) => name !== "" && !known.includes(name))
      .map((name) => ({
        column: name,
        message: `${table.file} has no column "${name}".${suggest(name, known) || ` It has ${known.join(", ")}.`}`,
      }));
  },
};
