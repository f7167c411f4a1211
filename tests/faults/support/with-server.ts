import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Neo4jDatabase, openDatabase } from "../../../src/database/neo4j-database.ts";
import { type EmbeddedServer, startEmbedded } from "../../../src/database/servers/embedded.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../../support/example-case.ts";
import { type ServingChild, serveInChild } from "../../support/serve-in-child.ts";
import { cacheFolder } from "../../support/server-desk.ts";

/** Lets work have an empty Neo4j of its own. */
export async function withNeo4j<T>(
  work: (own: { readonly database: Neo4jDatabase; readonly server: EmbeddedServer }) => Promise<T>,
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

/** A server with a Neo4j that is its own. */
export interface Served extends ServingChild {
  /** Number of the Java process. */
  readonly neo4jPid: number;
}

/** Lets work have the built `demarche serve` in a process of its own, behind one proxy, with the example case. */
export async function withServer<T>(work: (served: Served) => Promise<T>): Promise<T> {
  return await withNeo4j(async ({ database, server }) => {
    await loadDataset(database, EXAMPLE_CASE);
    const { uri, user, password } = server;
    const environment = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      DEMARCHE_LOG: "silent",
      DEMARCHE_TRUST_PROXY: "1",
    };
    const serving = await serveInChild(environment, { isBuilt: true });
    try {
      return await work({ ...serving, neo4jPid: server.pid });
    } finally {
      await serving.end("SIGTERM");
    }
  });
}
