import { checkDataset } from "../dataset/check-dataset.ts";
import type { Tables } from "../dataset/dataset.ts";
import type { AnyRow } from "../dataset/rule.ts";
import { DemarcheError, type Problem } from "../domain/errors.ts";
import type { EditProblem } from "./edit.ts";
import { type EditableTable, fieldOfProblem } from "./editable-tables.ts";
import type { StoredTables } from "./stored-tables.ts";

/**
 * Holds a case with an edit in it against all rules of `validate`. What was wrong in the case before is not held against
 * the edit.
 *
 * @returns The warnings that the edit gives rise to.
 * @throws {DemarcheError} `INVALID_EDIT` with the errors and warnings in `details.problems`.
 */
export function checkEdit({
  stored: { tables, settings },
  next,
  row,
  problems,
  table,
}: {
  readonly stored: StoredTables;
  readonly next: Tables;
  readonly row: AnyRow;
  /** Of the cells of the row. */
  readonly problems: readonly Problem[];
  readonly table: EditableTable;
}): EditProblem[] {
  const known = new Set(checkDataset({ settings, tables, lines: {} }).map(keyOf));
  const after = checkDataset({ settings, tables: next, lines: {} }, row);
  const found = [...problems, ...after.filter((problem) => !known.has(keyOf(problem)))].map(
    ({ rule, severity, file, column, message }) => ({
      rule,
      severity,
      field: fieldOfProblem(table, file, column),
      message,
    }),
  );
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return found;
  const count = errors.length === 1 ? "1 rule" : `${errors.length} rules`;
  throw new DemarcheError(
    "INVALID_EDIT",
    [`The edit breaks ${count}; nothing was written.`, ...errors.map(({ message }) => message)].join("\n"),
    { details: { problems: found } },
  );
}

function keyOf({ rule, file, column, message }: Problem): string {
  return [rule, file, column, message].join("\n");
}
