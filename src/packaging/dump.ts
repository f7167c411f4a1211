import type { Database } from "../database/database.ts";
import type { TableName } from "../domain/tables.ts";
import { writeLocked } from "../loading/write-lock.ts";
import { writeDumpFile } from "./dump-file.ts";
import { openStoredCase, type RunQuery } from "./stored-case.ts";

/** Shape of the lines of a dump; a newer one is refused by an older program. */
export const DUMP_VERSION = 2;

/** Rows by case and table. */
export type DumpCounts = Readonly<Record<string, Readonly<Partial<Record<TableName, number>>>>>;

/**
 * Writes all cases of a database into one compressed, checksummed file, while the lock is held: no load or edit of
 * Demarche comes between. Memory holds one page of statements.
 *
 * Its lines are JSON: `{demarche: "dump", version, sameAsEdits, editedRows}`, `{audit: entry}` for every entry of the audit
 * log, for each case `{case, settings}` and then `{table, row}` for every row, `{end: counts}`, and the checksum.
 *
 * @throws {DemarcheError} `CONFLICT` while a large load goes on, `FILE_UNREADABLE`, `NO_SPACE`.
 */
export async function dumpDatabase(database: Database, path: string): Promise<DumpCounts> {
  return await writeLocked(database, null, async (transaction) => {
    const counts: Record<string, Partial<Record<TableName, number>>> = {};
    const run: RunQuery = (query, parameters) => transaction.run(query, parameters);
    await writeDumpFile(path, formatLines(run, counts));
    return counts;
  });
}

async function* formatLines(
  run: RunQuery,
  counts: Record<string, Partial<Record<TableName, number>>>,
): AsyncGenerator<string> {
  const edits = await run<{ edit: object }>("packaging/same-as-edits");
  const edited = await run<{ row: object }>("packaging/edited-rows");
  yield JSON.stringify({
    demarche: "dump",
    version: DUMP_VERSION,
    sameAsEdits: edits.map(({ edit }) => edit),
    editedRows: edited.map(({ row }) => row),
  });
  for (const { entry } of await run<{ entry: object }>("packaging/audit-entries"))
    yield JSON.stringify({ audit: entry });
  for (const { slug } of await run<{ slug: string }>("load/list-cases")) {
    const stored = await openStoredCase(run, slug);
    const ofCase: Partial<Record<TableName, number>> = {};
    counts[slug] = ofCase;
    yield JSON.stringify({ case: slug, settings: stored.settings });
    for await (const { table, record } of stored.rows()) {
      ofCase[table] = (ofCase[table] ?? 0) + 1;
      yield JSON.stringify({ table, row: record });
    }
  }
  yield JSON.stringify({ end: counts });
}
