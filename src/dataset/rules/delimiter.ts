import { notedDelimiter } from "../delimiter-note.ts";
import type { RuleInfo } from "../reading-rule.ts";

const NAMES: Readonly<Record<string, string>> = { ";": "semicolons", "\t": "tabs" };

/** Finds files whose cells are separated by semicolons or tabs, as some spreadsheets write them; they are read all the same. */
export const delimiter = {
  name: "delimiter",
  severity: "warning",
  says: "Cells are separated by commas.",
  find: (text: string): string => {
    const noted = notedDelimiter(text);
    if (noted !== null) return noted;
    const first = text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n"));
    if (first.includes(",")) return ",";
    return Object.keys(NAMES).find((mark) => first.includes(mark)) ?? ",";
  },
  explain: (found: string): string =>
    `Cells are separated by ${NAMES[found] ?? `"${found}"`}: they were read, but other readers of the package expect commas.`,
} as const satisfies RuleInfo & Record<string, unknown>;
