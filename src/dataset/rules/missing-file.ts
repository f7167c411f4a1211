import type { TableDefinition } from "../../domain/tables.ts";
import type { RuleInfo } from "../reading-rule.ts";

/** Finds the files that a case cannot do without. */
export const missingFile = {
  name: "missing-file",
  severity: "error",
  says: "A case has its required files.",
  explain: ({ file, columns }: TableDefinition): string => {
    const header = columns.map((column) => column.name).join(",");
    return `The required file is missing: add ${file} with the header line ${header}.`;
  },
} as const satisfies RuleInfo & Record<string, unknown>;
