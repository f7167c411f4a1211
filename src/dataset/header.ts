import type { ColumnDefinition, TableDefinition } from "../domain/tables.ts";

/** The first line of a file, held against the columns of its table. */
export interface Header {
  readonly table: TableDefinition;
  /** Names as written, without blanks around; "" for a column without a name. */
  readonly names: readonly string[];
}

/** Gives the header of a file from the cells of its first line. */
export function makeHeader(table: TableDefinition, cells: readonly string[]): Header {
  return { table, names: cells.map((cell) => cell.trim()) };
}

/** Pairs each column of the table with its place in the file; -1 where the file leaves it out. */
export function placeColumns(header: Header): { column: ColumnDefinition; index: number }[] {
  return header.table.columns.map((column) => ({ column, index: header.names.indexOf(column.name) }));
}
