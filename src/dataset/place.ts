import { TABLES, type TableName } from "../domain/tables.ts";
import type { Place } from "./reporter.ts";

/** Gives the place of a row, or of one of its cells. */
export function placeOf(
  row: { readonly table: TableName; readonly line: number | null },
  column: string | null = null,
): Place {
  return { file: TABLES[row.table].file, line: row.line, column };
}
