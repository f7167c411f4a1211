import { afterAll, beforeAll, inject } from "vitest";
import { type Neo4jDatabase, openDatabase } from "../../src/database/neo4j-database.ts";
import type { ServerCard } from "./server-desk.ts";
import "./global-setup.ts";

/** This worker's own database; both are there from the first `beforeAll` that comes after `useDatabase()`. */
export interface TestDatabase {
  readonly database: Neo4jDatabase;
  /** Where the server is, for a program that a test starts. */
  readonly server: ServerCard;
}

/**
 * Gives a test file its worker's own Neo4j, emptied before the file's first test.
 *
 * Call it once at the top of the file. It is the embedded one, started at first use and kept for the run, or the one that
 * `NEO4J_URI` names (with `NEO4J_USER`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`) — which is emptied all the same.
 */
export function useDatabase(): TestDatabase {
  let opened: TestDatabase | null = null;
  beforeAll(async () => {
    const server = cardFromEnvironment() ?? (await askDesk());
    opened = { server, database: await openDatabase(server) };
    await emptyDatabase(opened.database);
  });
  afterAll(async () => {
    await opened?.database.close();
  });
  const use = () => {
    if (opened === null) throw new Error("The database is there in tests and hooks only.");
    return opened;
  };
  return {
    get database() {
      return use().database;
    },
    get server() {
      return use().server;
    },
  };
}

/** Removes all nodes, relationships, constraints and indexes. */
export async function emptyDatabase(database: Neo4jDatabase): Promise<void> {
  const session = database.driver.session(database.sessionConfig);
  try {
    await session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
    const constraints = await session.run("SHOW CONSTRAINTS YIELD name");
    for (const record of constraints.records) await session.run(`DROP CONSTRAINT \`${record.get("name")}\``);
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'");
    for (const record of indexes.records) await session.run(`DROP INDEX \`${record.get("name")}\``);
  } finally {
    await session.close();
  }
}

/** A run of one worker on a Neo4j given from outside, such as a container or a newer version. */
function cardFromEnvironment(): ServerCard | null {
  const { NEO4J_URI: uri, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  if (!uri) return null;
  return {
    uri,
    user: NEO4J_USER ?? "neo4j",
    password: NEO4J_PASSWORD ?? "",
    database: NEO4J_DATABASE || null,
    version: null,
  };
}

async function askDesk(): Promise<ServerCard> {
  const response = await fetch(`${inject("serverDesk")}/${process.env.VITEST_POOL_ID ?? "1"}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as ServerCard;
}
