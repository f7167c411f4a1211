import { propertyName, type RecordOf, TABLES, type TableName } from "../../src/domain/tables.ts";

/** Makes a record of a table from the few values that a test speaks of; all other cells are empty. */
export function blankRecord<T extends TableName>(table: T, values: Partial<RecordOf<T>>): RecordOf<T> {
  const cells = TABLES[table].columns.map(({ name, type }) => {
    const empty = type === "list" || type === "references" ? [] : null;
    return [propertyName(name), empty];
  });
  return { ...Object.fromEntries(cells), ...values } as RecordOf<T>;
}
