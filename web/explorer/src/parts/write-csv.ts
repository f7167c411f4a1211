import type { ViewTable } from "./column.ts";

/** Writes a table as CSV (RFC 4180), with a header line; a text that a spreadsheet would run gets a `'` before it. */
export function writeCsv<Row>({ columns, rows }: Pick<ViewTable<Row>, "columns" | "rows">): string {
  const lines = [
    columns.map(({ title }) => writeCell(title)),
    ...rows.map((row) => columns.map(({ value }) => writeCell(value(row)))),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function writeCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
