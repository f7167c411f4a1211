import { ACTS, type ActDefinition } from "../domain/acts.ts";
import { LINKS, type LinkDefinition } from "../domain/relations.ts";
import { type ColumnDefinition, TABLE_NAMES, TABLES, type TableDefinition } from "../domain/tables.ts";
import { ALL_RULES } from "./rules.ts";
import { joinWords } from "./words.ts";

/** Renders the files of a case and their columns as Markdown: one table a file. */
export function columnReference(): string {
  return TABLE_NAMES.map((table) => describeTable(TABLES[table])).join("\n\n");
}

/** Renders the acts as a Markdown table: what each may be about, its polarity, when it is used, verbs and codes. */
export function actReference(): string {
  const acts: readonly ActDefinition[] = ACTS;
  const rows = acts.map((act) => [
    code(act.name),
    formatPolarity(act.polarity),
    act.targets.join(", "),
    act.when,
    act.verbs.join(", "),
    act.cameo.join(", "),
    act.plover.join(", "),
  ]);
  return formatTable(["act", "polarity", "may be about", "when", "verbs", "CAMEO", "PLOVER"], rows);
}

/** Renders the relations of `links.csv` as a Markdown table. */
export function linkReference(): string {
  const links: readonly LinkDefinition[] = LINKS;
  const rows = links.map(({ name, pairs, kind, description }) => [
    code(name),
    [...new Set(pairs.map(([from]) => from))].join(", "),
    [...new Set(pairs.map(([, to]) => to))].join(", "),
    kind ? kind.values.map(code).join(", ") : "",
    description,
  ]);
  return formatTable(["relation", "from", "to", "`kind`", "meaning"], rows);
}

/** Renders the rules that `demarche validate` checks as a Markdown table. */
export function ruleReference(): string {
  const rows = ALL_RULES.map(({ name, severity, says }) => [code(name), severity, says]);
  return formatTable(["rule", "severity", "what holds"], rows);
}

function describeTable({ file, required, description, columns }: TableDefinition): string {
  const rows = columns.map((column) => [
    code(column.name),
    describeType(column),
    column.required ? "yes" : "",
    column.description,
  ]);
  const heading = `### ${code(file)}${required ? "" : " (optional)"}`;
  return `${heading}\n\n${description}\n\n${formatTable(["column", "holds", "required", "meaning"], rows)}`;
}

function describeType({ type, values = [], refersTo = [] }: ColumnDefinition): string {
  switch (type) {
    case "enum":
      return values.length > 12 ? "one of a closed set" : values.map(code).join(", ");
    case "reference":
      return `slug of ${refersTo.length === 0 ? "anything" : joinWords(refersTo, "or")}`;
    case "references":
      return `slugs of ${refersTo.length === 0 ? "anything" : joinWords(refersTo, "or")}, separated by \`|\``;
    case "list":
      return "texts, separated by `|`";
    case "edtf":
      return "date (EDTF level 1)";
    case "day-time":
      return "time in UTC";
    case "integer":
      return "whole number";
    case "boolean":
      return "`true` or `false`";
    default:
      return type;
  }
}

function formatPolarity(polarity: ActDefinition["polarity"]): string {
  if (polarity === null) return "ends the position";
  const sign = polarity > 0 ? "+" : polarity < 0 ? "−" : "";
  return `${sign}${Math.abs(polarity) === 0.5 ? "½" : Math.abs(polarity)}`;
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const format = (cells: readonly string[]) => `| ${cells.map(escapeBars).join(" | ")} |`;
  return [format(head), `|${head.map(() => "---|").join("")}`, ...rows.map(format)].join("\n");
}

function escapeBars(text: string): string {
  return text.replaceAll("|", "\\|");
}

function code(text: string): string {
  return `\`${text}\``;
}
