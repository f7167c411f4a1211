import type { Database } from "../database/database.ts";
import { queryNames, readQueryText } from "../database/query-texts.ts";
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
  const missing = await listMissingIndexes(database);
  if (stored?.version === SCHEMA_VERSION && missing.length === 0) return;
  // Neo4j takes no data in the transaction that changes the schema.
  for (const { query } of missing) await database.write(async (transaction) => await transaction.run(query));
  await database.read("load/await-indexes", { seconds: 300 });
  await database.write(
    async (transaction) => await transaction.run("load/put-schema", { version: SCHEMA_VERSION }),
  );
}

/** A constraint or an index, and the query that makes it. */
export interface ExpectedIndex {
  readonly name: string;
  readonly query: string;
}

/** Lists the constraints and indexes of `cypher/constraints` that are not there, or do not answer. */
export async function listMissingIndexes(database: Database): Promise<readonly ExpectedIndex[]> {
  const rows = await database.read<{ name: string; state: string }>("load/list-indexes");
  const online = new Set(rows.filter(({ state }) => state === "ONLINE").map(({ name }) => name));
  return expectedIndexes().filter(({ name }) => !online.has(name));
}

function expectedIndexes(): readonly ExpectedIndex[] {
  return queryNames("constraints").map((query) => {
    const name = /\b(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(readQueryText(query))?.[1];
    if (name === undefined) throw new Error(`${query} names nothing that it makes`);
    return { name, query };
  });
}

function tooNew(version: number): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `This database has shape ${version}, and this Demarche knows shapes up to ${SCHEMA_VERSION}: use the newer Demarche that wrote it.`,
  );
}
