import type { Suggest } from "../../domain/suggest.ts";
import { TABLE_NAMES, TABLES } from "../../domain/tables.ts";
import type { RuleInfo } from "../reading-rule.ts";

const TABLE_FILES: readonly string[] = TABLE_NAMES.map((table) => TABLES[table].file);
// What people put beside the tables: the descriptor, words about the case, its licence.
const COMPANIONS =
  /^(?:datapackage\.json|readme.*|licen[cs]e.*|notice.*|changelog.*|citation.*)$|\.(?:md|txt|cff)$/i;

/** Finds files that are no table of a case and will not be read. */
export const unknownFile = {
  name: "unknown-file",
  severity: "warning",
  says: "Every file is a table of the case, its descriptor, or words about it.",
  explain: (name: string, present: readonly string[], suggest: Suggest): string | null => {
    if (TABLE_FILES.includes(name) || COMPANIONS.test(name)) return null;
    const free = TABLE_FILES.filter((file) => !present.includes(file));
    return `The file is no table of a case and was not read.${suggest(name, free)}`;
  },
} as const satisfies RuleInfo & Record<string, unknown>;
