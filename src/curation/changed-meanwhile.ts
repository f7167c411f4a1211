import { rowVersion } from "../dataset/row-version.ts";
import { parseVersion } from "../dataset/versions.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { EditableTable } from "./editable-tables.ts";
import { rowChanges } from "./row-changes.ts";
import type { StoredRow, StoredTables } from "./stored-tables.ts";

/**
 * Makes the error that a row is no longer as an editor saw it, with what has changed since; null where it still is.
 */
export function changedMeanwhile({
  table,
  before,
  seen,
  stored,
  id,
}: {
  readonly table: EditableTable;
  readonly before: StoredRow;
  readonly seen: string;
  readonly stored: StoredTables;
  readonly id: string;
}): DemarcheError | null {
  const version = rowVersion(before);
  if (version === seen) return null;
  const rows = stored.tables[table] as readonly unknown[] as readonly StoredRow[];
  const earlier = rows.find(
    (row) => parseVersion(row.slug)?.base === before.slug && rowVersion(row) === seen,
  );
  if (!earlier)
    return new DemarcheError(
      "CONFLICT",
      `${id} has version ${version} and never had "${seen}": look at its history, then try again. Nothing was changed.`,
      { details: { id, version } },
    );
  const changes = rowChanges(earlier, before);
  const fields = changes.map(({ field }) => field).join(", ");
  return new DemarcheError(
    "CONFLICT",
    `Somebody else changed ${id} first: ${fields}. Nothing of yours was written; look at version ${version}, then try again.`,
    { details: { id, version, changes } },
  );
}
