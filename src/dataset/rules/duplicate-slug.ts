import type { RuleInfo } from "../reading-rule.ts";
import type { Definition } from "../slug-index.ts";
import { fileOf } from "../words.ts";

/** Finds slugs that name two things, in one table or in two. */
export const duplicateSlug = {
  name: "duplicate-slug",
  severity: "error",
  says: "A slug names one thing only, over all tables of a case.",
  explain: (slug: string, earlier: Definition): string =>
    `The slug "${slug}" already names ${earlier.line > 0 ? `line ${earlier.line} of ${fileOf(earlier.kind)}` : `a row of ${fileOf(earlier.kind)}`}: give one of the two another name.`,
} as const satisfies RuleInfo & Record<string, unknown>;
