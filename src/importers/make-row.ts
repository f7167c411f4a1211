import { propertyName, type RecordOf, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";

const EMPTY_LIST: readonly string[] = [];

const BLANKS = Object.fromEntries(TABLE_NAMES.map((table) => [table, blankOf(table)]));

/** Makes a row of a table from the cells that are known; all others are empty. */
export function makeRow<T extends TableName>(table: T, values: Partial<RecordOf<T>>): RecordOf<T> {
  return { ...(BLANKS[table] as unknown as RecordOf<T>), ...values };
}

function blankOf(table: TableName): Record<string, unknown> {
  return Object.fromEntries(
    TABLES[table].columns.map(({ name, type }) => [
      propertyName(name),
      type === "list" || type === "references" ? EMPTY_LIST : null,
    ]),
  );
}
