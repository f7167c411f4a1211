import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Neo4jDatabase, openDatabase } from "../../../src/database/neo4j-database.ts";
import { startEmbedded } from "../../../src/database/servers/embedded.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../../support/example-case.ts";
import { type ServingChild, serveInChild } from "../../support/serve-in-child.ts";
import { cacheFolder, type ServerCard } from "../../support/server-desk.ts";

/** Lets work have an empty Neo4j of its own. */
export async function withNeo4j<T>(
  work: (own: { readonly database: Neo4jDatabase; readonly server: ServerCard }) => Promise<T>,
): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  const server = await startEmbedded({ dataFolder, cacheFolder: cacheFolder(), port: 0 });
  const database = await openDatabase(server);
  try {
    return await work({ database, server });
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Lets work have the built `demarche serve` in a process of its own, with the example case. */
export async function withServer<T>(work: (serving: ServingChild) => Promise<T>): Promise<T> {
  return await withNeo4j(async ({ database, server }) => {
    await loadDataset(database, EXAMPLE_CASE);
    const { uri, user, password } = server;
    const environment = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      DEMARCHE_LOG: "silent",
    };
    const serving = await serveInChild(environment, { isBuilt: true });
    try {
      return await work(serving);
    } finally {
      await serving.end("SIGTERM");
    }
  });
}
