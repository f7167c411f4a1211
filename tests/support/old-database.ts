import type { Neo4jDatabase } from "../../src/database/neo4j-database.ts";

/** Makes a database what a Demarche of shape 1 left: no steps noted, no revisions, and an index and a constraint fewer. */
export async function makeOldDatabase(database: Neo4jDatabase): Promise<void> {
  const session = database.driver.session(database.sessionConfig);
  try {
    await session.run("MATCH (s:Schema) REMOVE s.steps SET s.version = 1");
    await session.run("MATCH (c:Case) REMOVE c.revision");
    await session.run("DROP INDEX recordText IF EXISTS");
    await session.run("DROP CONSTRAINT recordId IF EXISTS");
  } finally {
    await session.close();
  }
}
