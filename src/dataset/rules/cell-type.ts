import type { ColumnDefinition } from "../../domain/tables.ts";
import type { CellRule } from "../reading-rule.ts";
import type { Suggest } from "../suggest.ts";

/** Finds cells that hold no value of their column's type. */
export const cellType: CellRule = {
  name: "cell-type",
  severity: "error",
  says: "A cell holds a value of its column's type: a whole number, number, true or false, one of a closed set, a slug, a time.",
  explain: (text, column, suggest) =>
    explainers[column.type]?.(text.trim(), column, suggest) ?? `"${text}" cannot be read.`,
};

type Explainer = (text: string, column: ColumnDefinition, suggest: Suggest) => string;

const explainers: Partial<Record<ColumnDefinition["type"], Explainer>> = {
  integer: (text) => `"${text}" is no whole number${withoutSeparators(text)}.`,
  number: (text) => `"${text}" is no number${withoutSeparators(text)}.`,
  boolean: (text) => `"${text}" is neither true nor false: write true or false.`,
  slug: (text) =>
    `"${text}" is no slug: use lower-case letters a-z and digits, in parts joined by "-"${slugOf(text)}.`,
  "day-time": (text) => `"${text}" is no time in UTC: write such as 2025-06-02T13:00:00Z.`,
  enum: (text, { name, values = [] }, suggest) =>
    `"${text}" is no ${name.replaceAll("_", " ")}.${suggest(text, values) || ` Use ${values.join(", ")}.`}`,
};

function withoutSeparators(text: string): string {
  const bare = text.replace(/[\s,_'’]/g, "");
  return /^-?\d+$/.test(bare) ? `: write ${bare}` : ": write digits only, such as 250000";
}

function slugOf(text: string): string {
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" || slug.length < text.length / 2 ? "" : `, such as "${slug}"`;
}
