import type { RuleInfo } from "../reading-rule.ts";

/** Finds files that are not UTF-8, and names the encoding that they seem to have; `textLines` does the looking. */
export const encoding: RuleInfo = {
  name: "encoding",
  severity: "error",
  says: "A file is UTF-8, with or without a byte order mark.",
};
