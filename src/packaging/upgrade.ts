import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { prepareSchema } from "../loading/prepare-schema.ts";
import { recoverLoads } from "../loading/recover-loads.ts";
import { dumpDatabase } from "./dump.ts";

export interface UpgradeOptions {
  /** Folder for the dump; made if it is not there. */
  readonly folder: string;
  /** The clock. */
  readonly now?: () => Date;
}

/**
 * Brings a database of an older Demarche to the shape that this one needs, after a dump of all it holds; a new or a fitting
 * database is only made ready.
 *
 * @returns The dump's file; null where nothing stored had to be changed.
 * @throws {DemarcheError} `CONFLICT` when the database was written by a newer Demarche, and what a dump throws: then
 * nothing is changed.
 */
export async function upgradeDatabase(
  database: Database,
  { folder, now = () => new Date() }: UpgradeOptions,
): Promise<string | null> {
  let file: string | null = null;
  await prepareSchema(database, {
    beforeUpgrade: async (version) => {
      await recoverLoads(database);
      await makeFolder(folder);
      const time = now().toISOString().replaceAll(":", "-").slice(0, 19);
      file = join(folder, `shape-${version}-${time}.dump`);
      await dumpDatabase(database, file);
    },
  });
  return file;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    const message = `The folder ${folder} for a dump before the upgrade cannot be made. Nothing was changed; name another data folder with --data.`;
    throw new DemarcheError("FILE_UNREADABLE", message, { cause });
  }
}
