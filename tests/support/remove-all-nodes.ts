import type { Neo4jDatabase } from "../../src/database/neo4j-database.ts";

/** Removes all nodes and relations; constraints and indexes stay. */
export async function removeAllNodes(database: Neo4jDatabase): Promise<void> {
  const session = database.driver.session(database.sessionConfig);
  await session.run("MATCH (n) WHERE NOT n:Schema DETACH DELETE n");
  await session.close();
}
