import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../database/database.ts";
import { SETTINGS, type Settings } from "../dataset/settings.ts";
import { type DatasetWriter, openDatasetWriter } from "../dataset/write-dataset.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { RecordOf, TableName } from "../domain/tables.ts";
import { surveyCase } from "../loading/case-source.ts";
import { loadDataset } from "../loading/load-dataset.ts";
import { recoverLoads } from "../loading/recover-loads.ts";
import { unloadCase } from "../loading/unload-case.ts";
import { writeLocked } from "../loading/write-lock.ts";
import { DUMP_VERSION, type DumpCounts } from "./dump.ts";
import { readDumpFile, verifyDumpFile } from "./dump-file.ts";

/** What a restore did. */
export interface RestoreReport {
  readonly counts: DumpCounts;
  /** Cases that the database held and the dump does not: they are gone. */
  readonly removed: readonly string[];
}

export interface RestoreOptions {
  /** Whether cases that are there may be replaced and removed. */
  readonly replace?: boolean;
  /** Who restores, for the audit log. */
  readonly by?: string;
  /** Where the cases are laid out before they are loaded; the system's folder for such things if absent. */
  readonly scratch?: string;
}

/**
 * Makes a database hold what a dump holds, and nothing else.
 *
 * Before anything is touched, the file is held against its checksum and its counts, and every case is checked by all
 * rules. Then notes of links made in the database are replaced, the cases take their places one by one, each all or nothing, as a load does; what the dump lacks is removed
 * last. A restore that is cut off leaves every case either as it was or as the dump has it; a new try finishes it.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` for a file that is not whole or no dump, `CONFLICT` for a database that is not
 * empty without `replace`, `INVALID_DATASET`.
 */
export async function restoreDatabase(
  database: Database,
  path: string,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  await verifyDumpFile(path);
  await recoverLoads(database);
  const present = await listSlugs(database);
  if (present.length > 0 && !options.replace) throw notEmpty(present);
  const scratch = await mkdtemp(join(options.scratch ?? tmpdir(), "demarche-restore-"));
  try {
    const { counts, sameAsEdits, editedRows, audit } = await layOut(path, scratch);
    const slugs = Object.keys(counts);
    for (const slug of slugs) await surveyCase(join(scratch, slug));
    await writeLocked(database, null, async (transaction) => {
      await transaction.run("packaging/put-same-as-edits", { edits: sameAsEdits });
      await transaction.run("packaging/put-edited-rows", { rows: editedRows });
      await transaction.run("packaging/add-audit-entries", { entries: audit });
    });
    const by = options.by === undefined ? {} : { by: options.by };
    for (const slug of slugs)
      await loadDataset(database, join(scratch, slug), { isReplacement: true, ...by });
    const removed = (await listSlugs(database)).filter((slug) => !(slug in counts));
    for (const slug of removed) await unloadCase(database, slug, by);
    return { counts, removed };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function listSlugs(database: Database): Promise<string[]> {
  return (await database.read<{ slug: string }>("load/list-cases")).map(({ slug }) => slug);
}

/** What a dump holds of edits; a dump of version 1 knows of no edited rows. */
interface Notes {
  readonly sameAsEdits: readonly object[];
  readonly editedRows?: readonly object[];
}

type Line =
  | ({ readonly demarche: string; readonly version: number } & Notes)
  | { readonly audit: object }
  | { readonly case: string; readonly settings: Settings }
  | { readonly table: TableName; readonly row: RecordOf<TableName> }
  | { readonly end: DumpCounts };

/** Lays every case of a dump out as a folder. */
async function layOut(
  path: string,
  scratch: string,
): Promise<{ counts: DumpCounts; audit: readonly object[] } & Required<Notes>> {
  let notes: Notes = { sameAsEdits: [] };
  const audit: object[] = [];
  const counts: Record<string, Partial<Record<TableName, number>>> = {};
  let writer: DatasetWriter | null = null;
  let ofCase: Partial<Record<TableName, number>> = {};
  let end: DumpCounts | null = null;
  for await (const text of readDumpFile(path)) {
    const line = JSON.parse(text) as Line;
    if ("table" in line) {
      await writer?.write(line.table, line.row);
      ofCase[line.table] = (ofCase[line.table] ?? 0) + 1;
    } else if ("case" in line) {
      await writer?.close();
      ofCase = {};
      counts[line.case] = ofCase;
      writer = await openDatasetWriter(join(scratch, line.case), SETTINGS.parse(line.settings));
    } else if ("end" in line) end = line.end;
    else if ("audit" in line) audit.push(line.audit);
    else if (line.version > DUMP_VERSION) throw tooNew(path, line.version);
    else notes = line;
  }
  await writer?.close();
  if (JSON.stringify(end) !== JSON.stringify(counts)) throw miscounted(path);
  const { sameAsEdits, editedRows = [] } = notes;
  return { counts, audit, sameAsEdits, editedRows };
}

function tooNew(path: string, version: number): DemarcheError {
  const message = `${path} is a dump of version ${version}, and this Demarche reads up to ${DUMP_VERSION}: use a newer Demarche.`;
  return new DemarcheError("FILE_UNREADABLE", message);
}

function miscounted(path: string): DemarcheError {
  const message = `${path} does not hold the rows that it counts. Nothing was changed; take another copy.`;
  return new DemarcheError("FILE_UNREADABLE", message);
}

function notEmpty(slugs: readonly string[]): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `The database is not empty: it holds ${slugs.join(", ")}. Say --replace to put the dump in its place.`,
  );
}
