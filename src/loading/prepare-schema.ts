import type { Database } from "../database/database.ts";
import { queryNames } from "../database/query-texts.ts";
import { DemarcheError } from "../domain/errors.ts";

/** Version of the graph's shape; rises when a stored database has to be changed before this program can use it. */
export const SCHEMA_VERSION = 1;

/**
 * Makes the constraints and indexes that are not there yet, waits until they answer, and notes the version of the graph's
 * shape. Quick, and without any change, where all is there.
 *
 * @throws {DemarcheError} `CONFLICT` when the database was written by a newer Demarche.
 */
export async function prepareSchema(database: Database): Promise<void> {
  const [stored] = await database.read<{ version: number }>("load/read-schema");
  if (stored && stored.version > SCHEMA_VERSION) throw tooNew(stored.version);
  // Neo4j takes no data in the transaction that changes the schema.
  for (const query of queryNames("constraints"))
    await database.write(async (transaction) => await transaction.run(query));
  await database.read("load/await-indexes", { seconds: 300 });
  await database.write(
    async (transaction) => await transaction.run("load/put-schema", { version: SCHEMA_VERSION }),
  );
}

function tooNew(version: number): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `This database has shape ${version}, and this Demarche knows shapes up to ${SCHEMA_VERSION}: use the newer Demarche that wrote it.`,
  );
}
