import {
  type ColumnDefinition,
  propertyName,
  type RecordOf,
  TABLES,
  type TableName,
} from "../domain/tables.ts";

const NEEDS_QUOTES = /[",\n]/;

/** Gives the header line of a table with all its columns, in their order, without line end. */
export function formatHeader(table: TableName): string {
  return TABLES[table].columns.map(({ name }) => name).join(",");
}

/**
 * Gives the function that writes records of a table as CSV lines without line end.
 *
 * A cell is quoted only where it must be; bars and backslashes in list items are escaped; CR and CRLF become LF.
 */
export function rowFormatter<T extends TableName>(table: T): (record: RecordOf<T>) => string {
  const columns: readonly ColumnDefinition[] = TABLES[table].columns;
  const properties = columns.map(({ name }) => propertyName(name));
  return (record) => {
    const values = record as unknown as Readonly<Record<string, unknown>>;
    let line = "";
    for (const [index, property] of properties.entries()) {
      if (index > 0) line += ",";
      line += formatCell(values[property]);
    }
    return line;
  };
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return quote(value);
  return Array.isArray(value) ? quote(value.map(escapeItem).join("|")) : String(value);
}

/** Makes an item safe in a list cell: `|` becomes `\|`, `\` becomes `\\`. */
export function escapeItem(item: string): string {
  return item.replace(/[|\\]/g, "\\$&");
}

function quote(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return NEEDS_QUOTES.test(lines) ? `"${lines.replaceAll('"', '""')}"` : lines;
}
