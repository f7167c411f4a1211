import type { Logger } from "pino";
import type { Database, GeneratedAnswer, Parameters } from "../database/database.ts";
import type { User } from "../domain/user.ts";

/** What resolvers, and @neo4j/graphql, get with every request. */
export interface RequestContext {
  /** The database; every query is stopped at the time limit. */
  readonly database: Database;
  /** Shown to the user with a fault of Demarche's own, and logged beside it. */
  readonly requestId: string;
  /** Who asks. */
  readonly user: User;
  /** Hears of every change of data. */
  readonly logger: Logger;
  /** For @neo4j/graphql: what it runs its Cypher on; to it, it looks like an open transaction. */
  readonly executionContext: CypherRunner;
}

interface CypherRunner {
  run(cypher: string, parameters: Parameters): Promise<GeneratedAnswer>;
}

/**
 * Makes the context of one request.
 *
 * @param database - From `limitTime`, made once: what analyses keep of a case, they keep by the database.
 */
export function makeContext(
  database: Database,
  request: Pick<RequestContext, "requestId" | "user" | "logger">,
): RequestContext {
  return {
    database,
    ...request,
    executionContext: { run: (cypher, parameters) => database.readGenerated(cypher, parameters) },
  };
}

/** Gives the same database with a time limit on every query that names none. */
export function limitTime(database: Database, timeoutMs: number): Database {
  return {
    read: (query, parameters, options) => database.read(query, parameters, { timeoutMs, ...options }),
    stream: (query, parameters, options) => database.stream(query, parameters, { timeoutMs, ...options }),
    write: (work, options) => database.write(work, { timeoutMs, ...options }),
    readGenerated: (cypher, parameters, options) =>
      database.readGenerated(cypher, parameters, { timeoutMs, ...options }),
    bookmarks: () => database.bookmarks(),
    close: () => database.close(),
  };
}
