import type { Database } from "../database/database.ts";
import { endEarly } from "../database/time-limits.ts";

/** What @neo4j/graphql runs the Cypher on that it generates; to it, it looks like an open transaction. */
export interface CypherRunner {
  run(cypher: string, parameters: Record<string, unknown>): Promise<unknown>;
}

/**
 * Gives a runner that only reads and is stopped at the time limit.
 *
 * Each query is a transaction of its own, sent in one go: opening and closing one around it would cost two more ways to
 * Neo4j and back.
 */
export function readGeneratedCypher(database: Database, timeoutMs: number): CypherRunner {
  const attempt = async (cypher: string, parameters: Record<string, unknown>) => {
    const session = database.driver.session({ database: database.databaseName, defaultAccessMode: "READ" });
    try {
      return await endEarly(session.run(cypher, parameters, { timeout: timeoutMs }), { timeoutMs });
    } finally {
      session.close().catch(() => undefined);
    }
  };
  return {
    run: async (cypher, parameters) => {
      try {
        return await attempt(cypher, parameters);
      } catch (error) {
        // A connection that Neo4j closed while it lay idle; reading again changes nothing.
        if (isRetryable(error)) return await attempt(cypher, parameters);
        throw error;
      }
    },
  };
}

function isRetryable(error: unknown): boolean {
  return (error as { readonly retryable?: unknown } | null)?.retryable === true;
}
