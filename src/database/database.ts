import type { QueryResult } from "neo4j-driver";

/** A row of an answer: ids and texts as strings, counts as numbers, dates as ISO text, lists as arrays, nodes as their properties. */
export type Row = Record<string, unknown>;

export type Parameters = Readonly<Record<string, unknown>>;

/**
 * A way to Neo4j. Queries are named after their file below `cypher/` (`analytics/trace`), never written in place, so that
 * no query is ever built from a user's text.
 */
export interface Database {
  /** Runs a query in a READ transaction; retries passing faults. `timeoutMs` ends it in Neo4j as well. */
  read<R extends Row>(query: string, parameters?: Parameters, options?: QueryOptions): Promise<R[]>;
  /** Streams the rows of a READ query, without holding them; not retried. */
  stream<R extends Row>(query: string, parameters?: Parameters, options?: StreamOptions): AsyncIterable<R>;
  /**
   * Runs all of `work` in one WRITE transaction: all or nothing. Retried as a whole on passing faults. `timeoutMs` lets Neo4j
   * end it.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T>;
  /**
   * Runs Cypher that @neo4j/graphql generated, which only reads: the one text beside those of `cypher/`. The answer is the
   * driver's own, which the library reads.
   */
  readGenerated(cypher: string, parameters: Parameters, options?: QueryOptions): Promise<GeneratedAnswer>;
  /** Gives the bookmarks of all that this process wrote, for `withBookmarks` in another process; empty where it wrote nothing. */
  bookmarks(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The driver's own answer. */
export type GeneratedAnswer = QueryResult;

export interface QueryOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface StreamOptions extends QueryOptions {
  /** How many rows Neo4j sends at once, 1,000 if absent: fewer where each is large. */
  readonly rowsAtOnce?: number;
}

export type WriteOptions = Pick<QueryOptions, "timeoutMs">;

export interface Transaction {
  run<R extends Row>(query: string, parameters?: Parameters): Promise<R[]>;
}
