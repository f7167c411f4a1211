import type { Row } from "../database/database.ts";
import { checkDataset } from "../dataset/check-dataset.ts";
import type { Tables } from "../dataset/dataset.ts";
import { toGraphRows } from "../dataset/graph-rows.ts";
import { recordsFromGraph } from "../dataset/records-from-graph.ts";
import { rowVersion } from "../dataset/row-version.ts";
import type { Settings } from "../dataset/settings.ts";
import { DemarcheError } from "../domain/errors.ts";
import { parseId } from "../domain/ids.ts";
import type { TableName } from "../domain/tables.ts";
import { refuseFaulty } from "./case-source.ts";
import type { Run } from "./graph-writer.ts";
import type { StoredGraph } from "./plan-load.ts";

/** A row that was edited in the database, and which version of it a folder had then. */
export interface EditedRow extends Row {
  /** Id of the record. */
  readonly id: string;
  readonly table: TableName;
  /** From `editedState`; null where the folder had no such row. */
  readonly base: string | null;
}

/** The tables of a folder with the edits that the database has and the folder has not. */
export interface KeptEdits {
  readonly tables: Tables;
  /** Ids of the records that stay as they were edited. */
  readonly kept: readonly string[];
  /** Ids of those that the folder has as they were edited, so that no note of them is needed any more. */
  readonly settled: readonly string[];
}

type AnyRow = { readonly slug: string; readonly retractedAt?: string | null };

/** Gives a text that is equal where two states of a row say the same; the time of a retraction apart. */
export function editedState(record: object | undefined): string | null {
  if (record === undefined) return null;
  const isRetracted = ((record as AnyRow).retractedAt ?? null) !== null;
  return `${rowVersion(record)}${isRetracted ? " retracted" : ""}`;
}

/** Lists the rows of a case that were edited in the database. */
export async function fetchEditedRows(run: Run, caseSlug: string): Promise<readonly EditedRow[]> {
  return await run<EditedRow>("load/edited-rows", { case: caseSlug });
}

/**
 * Puts the edits of the database into the tables of a folder that is about to be loaded. An edit holds where the folder
 * still has the row as the edit found it.
 *
 * @throws {DemarcheError} `CONFLICT` where the folder has changed such a row as well, `INVALID_DATASET` where an edit and
 * the folder together break a rule.
 */
export function keepEdits(
  edited: readonly EditedRow[],
  { stored, tables, settings }: { stored: StoredGraph; tables: Tables; settings: Settings },
): KeptEdits {
  if (edited.length === 0) return { tables, kept: [], settled: [] };
  const database = recordsFromGraph(stored);
  const folder = recordsFromGraph(toGraphRows({ tables }));
  const kept: EditedRow[] = [];
  const settled: string[] = [];
  const conflicting: EditedRow[] = [];
  for (const row of edited) {
    const inFolder = editedState(findRow(folder, row));
    if (inFolder === editedState(findRow(database, row))) settled.push(row.id);
    else if (inFolder === row.base) kept.push(row);
    else conflicting.push(row);
  }
  if (conflicting.length > 0) throw bothChanged(conflicting);
  const merged = kept.reduce((all, row) => putRow(all, row, findRow(database, row)), tables);
  refuseFaulty("The folder, with the edits made in the database,", checkDataset(makeSound(merged, settings)));
  return { tables: merged, kept: kept.map(({ id }) => id), settled };
}

function makeSound(tables: Tables, settings: Settings) {
  return { settings, tables, lines: {} };
}

function findRow(tables: Tables, { id, table }: EditedRow): AnyRow | undefined {
  const { slug } = parseId(id);
  return (tables[table] as readonly AnyRow[]).find((row) => row.slug === slug);
}

function putRow(tables: Tables, { id, table }: EditedRow, record: AnyRow | undefined): Tables {
  const { slug } = parseId(id);
  const rows = tables[table] as readonly AnyRow[];
  const at = rows.findIndex((row) => row.slug === slug);
  const others = rows.filter((row) => row.slug !== slug);
  const put = record === undefined ? others : others.toSpliced(at < 0 ? others.length : at, 0, record);
  return { ...tables, [table]: put };
}

function bothChanged(rows: readonly EditedRow[]): DemarcheError {
  const ids = rows.map(({ id }) => id);
  const shown = ids.slice(0, 10).join(", ");
  const more = ids.length > 10 ? ` and ${ids.length - 10} more` : "";
  return new DemarcheError(
    "CONFLICT",
    `The folder has changed what was edited in the database as well: ${shown}${more}. Nothing was loaded. Export the case and take the edits into the folder, or load with --discard-edits, which keeps them as history only.`,
    { details: { edited: ids } },
  );
}
