import { propertyName, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";
import type { AnyRow } from "./rule.ts";

const COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [
    table,
    TABLES[table].columns.flatMap(({ name, type }) =>
      type === "text" || type === "list" ? [{ name, property: propertyName(name) }] : [],
    ),
  ]),
) as unknown as Readonly<Record<TableName, readonly { name: string; property: string }[]>>;

/** Calls `use` with every free text of a row; with each item of a list. */
export function forEachText(row: AnyRow, use: (text: string, column: string) => void): void {
  const record = row.record as unknown as Readonly<Record<string, unknown>>;
  for (const { name, property } of COLUMNS[row.table]) {
    const value = record[property];
    if (typeof value === "string") use(value, name);
    else if (Array.isArray(value)) for (const item of value) use(item as string, name);
  }
}
