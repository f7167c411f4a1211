import { type ColumnDefinition, propertyName, TABLES, type TableName } from "../domain/tables.ts";
import type { NodeKind } from "../domain/vocabulary.ts";

/** The tables whose rows editors record, correct, create and update, one by one. */
export const EDITABLE_TABLES = [
  "statements",
  "actors",
  "issues",
  "demands",
  "proposals",
  "meetings",
  "events",
  "claims",
  "sources",
] as const satisfies readonly TableName[];

export type EditableTable = (typeof EDITABLE_TABLES)[number];

/** The tables of what statements are about and rest on. */
export const RECORD_TABLES = EDITABLE_TABLES.filter((table) => table !== "statements");

const SET_BY_DEMARCHE: readonly string[] = ["slug", "recorded_at", "retracted_at"];

/** Gives the columns of a table that an editor fills in; the slug and the times of recording are told or set apart. */
export function editableColumns(table: EditableTable): readonly ColumnDefinition[] {
  const columns: readonly ColumnDefinition[] = TABLES[table].columns;
  return columns.filter(({ name }) => !SET_BY_DEMARCHE.includes(name));
}

/** Gives the names of the fields of a table that an editor fills in. */
export function editableFields(table: EditableTable): readonly string[] {
  return editableColumns(table).map(({ name }) => propertyName(name));
}

/** Gives the names of the fields of a table that name other records. */
export function referenceFields(table: EditableTable): readonly string[] {
  return editableColumns(table)
    .filter(({ type }) => type === "reference" || type === "references")
    .map(({ name }) => propertyName(name));
}

/** Gives the kind of what a table's rows make. */
export function kindOfTable(table: EditableTable): NodeKind {
  return TABLES[table].node;
}

/** Gives the field of a column in problems, such as `foundIn`; null where no column is meant. */
export function fieldOfProblem(table: EditableTable, file: string, column: string | null): string | null {
  if (column === null || file !== TABLES[table].file) return null;
  return propertyName(column);
}
