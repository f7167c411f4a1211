import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../database/database.ts";
import { BulkStore } from "../database/servers/bulk-store.ts";
import { isEmbedded } from "../database/servers/embedded.ts";
import { DemarcheError } from "../domain/errors.ts";
import { TABLES } from "../domain/tables.ts";
import { buildCaseStore, isDatabaseEmpty } from "../loading/bulk-load.ts";
import { nameBroken, runDoctor } from "../loading/doctor.ts";
import type { LoadReport } from "../loading/load-report.ts";
import { prepareSchema } from "../loading/prepare-schema.ts";
import { recoverLoads } from "../loading/recover-loads.ts";
import type { CommandContext } from "./command.ts";
import { type Connection, embeddedOptions, withDatabase } from "./connection.ts";
import { LoadBars } from "./load-bars.ts";
import { loadFolder, logLoad, withProblemsShown } from "./load-folder.ts";

/** From about 100,000 statements on, the bulk importer makes up for stopping and starting the database. */
const LARGE_BYTES = 12_000_000;

/** Tells whether a case folder holds so many statements that the bulk importer is worth while. */
export async function isLargeFolder(folder: string): Promise<boolean> {
  const found = await stat(join(folder, TABLES.statements.file)).catch(() => null);
  return found !== null && found.size >= LARGE_BYTES;
}

/**
 * Loads a case folder into an empty embedded database by Neo4j's own bulk importer, and lets the doctor look at the result;
 * into any other database as always, unless the importer was asked for.
 *
 * Until the new store is whole, the database stays as it is.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION where the importer was asked for and cannot be used; CONFLICT where
 * somebody wrote to the database meanwhile; and what `buildCaseStore` and `loadFolder` throw.
 */
export async function loadFolderInBulk(
  context: CommandContext,
  folder: string,
  { isAsked }: { readonly isAsked: boolean },
): Promise<LoadReport> {
  const start = Date.now();
  const made = await withDatabase(context, async (connection) => {
    const obstacle = await findObstacle(connection);
    if (obstacle === null) return await makeStore(context, connection.database, folder);
    if (isAsked) throw new DemarcheError("UNSUPPORTED_COMBINATION", obstacle);
    return { store: null, report: await loadFolder(context, connection.database, folder) };
  });
  if (made.store === null) return made.report;
  await putInPlace(made.store);
  logLoad(context, made.report);
  await withDatabase(context, (connection) => finish(context, connection));
  return { ...made.report, durationMs: Date.now() - start };
}

/** Says why the bulk importer cannot be used; null where it can. */
async function findObstacle({ server, database }: Connection): Promise<string | null> {
  const otherwise = "Leave out --bulk to load row by row.";
  if (!isEmbedded(server)) return `Only the embedded database has the bulk importer at hand. ${otherwise}`;
  if (server.joined)
    return `Another Demarche uses this database, and the bulk importer needs it stopped: end that one, or leave out --bulk.`;
  await recoverLoads(database);
  if (await isDatabaseEmpty(database)) return null;
  return `The bulk importer fills an empty database only, and this one holds something. ${otherwise}`;
}

async function makeStore(context: CommandContext, database: Database, folder: string) {
  const { output, settings } = context;
  const bars = new LoadBars(output, folder);
  const store = new BulkStore(embeddedOptions(settings));
  try {
    const report = await buildCaseStore(store, folder, {
      by: settings.editor,
      onProgress: (progress) => bars.show(progress),
    });
    if (await isDatabaseEmpty(database)) return { store, report };
    throw new DemarcheError(
      "CONFLICT",
      "Somebody else wrote to the database while this load was prepared. Nothing was changed; try again.",
    );
  } catch (error) {
    store.remove();
    bars.stop();
    throw withProblemsShown(output, error);
  } finally {
    bars.stop();
  }
}

async function putInPlace(store: BulkStore): Promise<void> {
  try {
    await store.install();
  } finally {
    store.remove();
  }
}

async function finish({ output }: CommandContext, { database }: Connection): Promise<void> {
  output.say("Making the indexes …");
  await prepareSchema(database);
  output.say("Checking what was loaded …");
  const broken = nameBroken(await runDoctor(database));
  if (broken.length === 0) return;
  const message = `What was loaded does not hold: ${broken.join(", ")}; demarche doctor tells more. Unload the case.`;
  throw new DemarcheError("INTERNAL", message);
}
