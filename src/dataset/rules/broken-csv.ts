import type { TableDefinition } from "../../domain/tables.ts";
import { guessTextFormat } from "../guess-format.ts";
import type { Header } from "../header.ts";
import type { RuleInfo } from "../reading-rule.ts";

/** Finds what is no CSV with a header line and equally long lines. */
export const brokenCsv = {
  name: "broken-csv",
  severity: "error",
  says: "A file is CSV (RFC 4180) with a header line, closed quotes and as many cells on each line as there are columns.",
  empty: (table: TableDefinition): string =>
    `The file is empty: give it the header line ${table.columns.map((column) => column.name).join(",")}.`,
  noHeader: ({ table, names }: Header): string | null => {
    if (table.columns.some((column) => names.includes(column.name))) return null;
    const format = guessTextFormat(names.join(","));
    if (format) return `The file is ${format}: write it as CSV.`;
    const start = names.join(",").slice(0, 60);
    return `The first line (${JSON.stringify(start)}) names no column of ${table.file}: begin with a header line.`;
  },
  wrongCount: (names: readonly string[], cells: readonly string[]): string => {
    const advice =
      cells.length > names.length
        ? 'put a cell that holds a comma into quotes ("a, b")'
        : "write a comma for every empty cell, also for the last ones";
    return `The line has ${cells.length} cells, the header ${names.length}: ${advice}.`;
  },
  unnamedCell: (names: readonly string[], cells: readonly string[]): string | null => {
    const index = names.findIndex((name, at) => name === "" && cells[at]?.trim() !== "");
    return index < 0
      ? null
      : `Cell ${index + 1} holds "${cells[index]}", but its column has no name: name or remove it.`;
  },
} as const satisfies RuleInfo & Record<string, unknown>;
