import type { Database } from "../database/database.ts";
import { type CypherRunner, readGeneratedCypher } from "./generated-cypher.ts";
import type { Limits } from "./limits/limits.ts";

/** What resolvers, and @neo4j/graphql, get with every request. */
export interface RequestContext {
  /** The database; every query is stopped at the time limit. */
  readonly database: Database;
  /** Shown to the user with a fault of Demarche's own, and logged beside it. */
  readonly requestId: string;
  /** For @neo4j/graphql. */
  readonly executionContext: CypherRunner;
}

/**
 * Makes the context of one request.
 *
 * @param database - From `limitTime`, made once: what analyses keep of a case, they keep by the database.
 */
export function makeContext(database: Database, limits: Limits, requestId: string): RequestContext {
  return {
    database,
    requestId,
    executionContext: readGeneratedCypher(database, limits.timeoutMs),
  };
}

/** Gives the same database with a time limit on every query that names none. */
export function limitTime(database: Database, timeoutMs: number): Database {
  return {
    driver: database.driver,
    databaseName: database.databaseName,
    read: (query, parameters, options) => database.read(query, parameters, { timeoutMs, ...options }),
    stream: (query, parameters, options) => database.stream(query, parameters, { timeoutMs, ...options }),
    write: (work) => database.write(work),
    close: () => database.close(),
  };
}
