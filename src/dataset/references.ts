import { propertyName, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";
import { isList } from "./parse-cell.ts";
import type { AnyRow, ReferenceColumn } from "./rule.ts";

const COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, findReferenceColumns(table)]),
) as unknown as Readonly<Record<TableName, readonly ReferenceColumn[]>>;

function findReferenceColumns(table: TableName): ReferenceColumn[] {
  return TABLES[table].columns.flatMap((column) =>
    column.type === "reference" || column.type === "references"
      ? [
          {
            name: column.name,
            property: propertyName(column.name),
            isList: isList(column.type),
            kinds: column.refersTo,
          },
        ]
      : [],
  );
}

/** Calls `use` with every slug that a row refers to. */
export function forEachReference(row: AnyRow, use: (slug: string, column: ReferenceColumn) => void): void {
  const record = row.record as unknown as Readonly<Record<string, unknown>>;
  for (const column of COLUMNS[row.table]) {
    const value = record[column.property];
    if (value === null) continue;
    if (typeof value === "string") use(value, column);
    else for (const slug of value as readonly string[]) use(slug, column);
  }
}
