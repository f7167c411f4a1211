import Table from "cli-table3";
import { stringify } from "csv-stringify/sync";
import type { Output } from "./output.ts";

export interface Column<R> {
  readonly title: string;
  readonly value: (row: R) => string | number | boolean | null | undefined;
  /** Share of the terminal's width that a long text may take, 0 to 1; absent: as wide as its longest cell. */
  readonly share?: number;
  /** Stands in CSV alone, for tools: ids, numbers, days. */
  readonly isForTools?: boolean;
}

/** Renders rows as a table for a terminal of the given width; long texts are wrapped, never cut. */
export function renderTable<R>(all: readonly Column<R>[], rows: readonly R[], output: Output): string {
  const columns = all.filter(({ isForTools }) => !isForTools);
  const widths = columns.map((column) => columnWidth(column, rows, output.width));
  const table = new Table({
    head: columns.map(({ title }) => output.colours.bold(title)),
    colWidths: widths,
    wordWrap: true,
    wrapOnWordBoundary: true,
    chars: PLAIN_BORDERS,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  for (const row of rows) table.push(columns.map((column) => cellText(column.value(row))));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Makes a column for tools. */
export function forTools<R>(title: string, value: Column<R>["value"]): Column<R> {
  return { title, value, isForTools: true };
}

/** Renders rows as CSV with a header line. */
export function renderCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const records = rows.map((row) => columns.map((column) => cellText(column.value(row))));
  return stringify([columns.map(({ title }) => title), ...records]);
}

function columnWidth<R>(column: Column<R>, rows: readonly R[], width: number): number {
  const longest = Math.max(
    column.title.length,
    ...rows.map((row) => longestLine(cellText(column.value(row)))),
  );
  const limit = column.share === undefined ? longest : Math.max(12, Math.floor(width * column.share));
  return Math.min(longest, limit) + 2;
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length));
}

function cellText(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

const PLAIN_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};
