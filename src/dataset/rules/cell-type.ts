import { MOST_SLUG_CHARACTERS, toSlug } from "../../domain/ids.ts";
import type { Suggest } from "../../domain/suggest.ts";
import type { ColumnDefinition } from "../../domain/tables.ts";
import type { CellRule } from "../reading-rule.ts";

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
  integer: (text) => `"${text}" is no whole number${adviseOnDigits(text)}.`,
  number: (text) => `"${text}" is no number${adviseOnComma(text) ?? adviseOnDigits(text)}.`,
  boolean: (text) => `"${text}" is neither true nor false: write true or false.`,
  slug: explainSlug,
  "day-time": (text) => `"${text}" is no time in UTC: write such as 2025-06-02T13:00:00Z.`,
  enum: (text, { name, values = [] }, suggest) =>
    `"${text}" is no ${name.replaceAll("_", " ")}.${suggest(text, values) || ` Use ${values.join(", ")}.`}`,
};

/** Groups of three digits are thousands; what else parts digits may be a decimal comma, which must not be dropped. */
function adviseOnDigits(text: string): string {
  const isGrouped = /^-?\d{1,3}(?:[\s.,_'’]\d{3})+$/.test(text);
  return isGrouped ? `: write ${text.replace(/[\s.,_'’]/g, "")}` : ": write digits only, such as 250000";
}

function adviseOnComma(text: string): string | null {
  const isDecimal = /^-?\d+,\d+$/.test(text) && !/^-?[1-9]\d{0,2},\d{3}$/.test(text);
  return isDecimal ? `: write ${text.replace(",", ".")}, with a point` : null;
}

function explainSlug(text: string): string {
  if (text.length > MOST_SLUG_CHARACTERS) {
    const start = `"${text.slice(0, 40)}…"`;
    return `${start} is no slug: it has ${text.length} characters, ${MOST_SLUG_CHARACTERS} are allowed.`;
  }
  const slug = toSlug(text);
  const example = slug === "" || slug.length < text.length / 2 ? "" : `, such as "${slug}"`;
  return `"${text}" is no slug: use lower-case letters a-z and digits, in parts joined by "-"${example}.`;
}
