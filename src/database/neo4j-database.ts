import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session } from "neo4j-driver";
import type {
  Database,
  Parameters,
  QueryOptions,
  Row,
  StreamOptions,
  Transaction,
  WriteOptions,
} from "./database.ts";
import { translateDatabaseError } from "./database-errors.ts";
import { FirstRuns } from "./first-runs.ts";
import { type DatabaseAddress, type OpenedDriver, openDriver } from "./open-driver.ts";
import { readQueryText } from "./query-texts.ts";
import { currentScope } from "./request-scope.ts";
import { toNeo4jParameters, toRow } from "./row-values.ts";
import { endEarly } from "./time-limits.ts";
import { runUserCypher, type UserAnswer } from "./user-cypher.ts";

/** A database together with what @neo4j/graphql and the command line need of it beyond the queries by name. */
export interface Neo4jDatabase extends Database {
  readonly driver: Driver;
  /** Name of the database within the server, such as `neo4j`. */
  readonly databaseName: string;
  /** What a session of the driver needs to use this database and to see Demarche's own writes. */
  readonly sessionConfig: SessionConfig;
  /** Version of the server as it names itself, such as `5.26.30` or `2025.06.2`. */
  readonly version: string;
  /**
   * Runs a user's own Cypher, if it only reads: the one exception to queries by name, for `demarche cypher`.
   *
   * @throws DemarcheError FORBIDDEN when it would write or administer, BAD_INPUT when it is no Cypher.
   */
  runUserCypher(text: string, parameters?: Parameters, options?: QueryOptions): Promise<UserAnswer>;
}

/** Session settings of the driver; `bookmarkManager` makes a read wait for the writes before it, in a cluster too. */
export interface SessionConfig {
  readonly database: string;
  readonly bookmarkManager: ReturnType<typeof neo4j.bookmarkManager>;
}

/**
 * Opens a database and proves that it answers, takes the password and is new enough.
 *
 * @param options - `queryFolder` holds the queries; `cypher/` of the package if absent.
 * @throws DemarcheError DATABASE_UNAVAILABLE, DATABASE_REFUSED, DATABASE_TOO_OLD, or BAD_INPUT for what is no Neo4j address.
 */
export async function openDatabase(
  address: DatabaseAddress,
  options: { readonly queryFolder?: string } = {},
): Promise<Neo4jDatabase> {
  return new DriverDatabase(await openDriver(address), options.queryFolder);
}

class DriverDatabase implements Neo4jDatabase {
  readonly driver: Driver;
  readonly version: string;
  readonly databaseName: string;
  readonly sessionConfig: SessionConfig;
  readonly #queryFolder: string | undefined;
  readonly #firstRuns = new FirstRuns();

  constructor({ driver, version, databaseName }: OpenedDriver, queryFolder: string | undefined) {
    this.#queryFolder = queryFolder;
    this.driver = driver;
    this.version = version;
    this.databaseName = databaseName;
    this.sessionConfig = { bookmarkManager: neo4j.bookmarkManager(), database: databaseName };
  }

  async read<R extends Row>(
    query: string,
    parameters: Parameters = {},
    options: QueryOptions = {},
  ): Promise<R[]> {
    const text = readQueryText(query, this.#queryFolder);
    try {
      const { records } = await this.#readOnce(text, toNeo4jParameters(parameters), options);
      return records.map((record) => toRow<R>(record));
    } catch (error) {
      if (!neo4j.isRetryableError(error)) throw translateDatabaseError(error, query);
    }
    // A passing fault: once more, with the driver's patience.
    const session = this.#session(neo4j.session.READ);
    const work = (transaction: ManagedTransaction) => runInTransaction<R>(transaction, text, parameters);
    const answer = session.executeRead(work, transactionConfig(options));
    return await this.#finish(session, endEarly(answer, options), query);
  }

  async *stream<R extends Row>(
    query: string,
    parameters: Parameters = {},
    { rowsAtOnce, ...options }: StreamOptions = {},
  ): AsyncGenerator<R, void, undefined> {
    const text = readQueryText(query, this.#queryFolder);
    const session = this.#session(neo4j.session.READ, rowsAtOnce);
    try {
      const transaction = await endEarly(openForReading(session, options), options);
      const records = transaction.run(text, toNeo4jParameters(parameters))[Symbol.asyncIterator]();
      while (true) {
        const next = await endEarly(records.next(), options);
        if (next.done === true) break;
        yield toRow<R>(next.value);
      }
      await transaction.commit();
    } catch (error) {
      throw translateDatabaseError(error, query);
    } finally {
      await closeQuietly(session);
    }
  }

  /** Neo4j alone keeps the time: whoever stops waiting for a commit does not know what became of it. */
  async write<T>(work: (transaction: Transaction) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    const session = this.#session(neo4j.session.WRITE);
    return await this.#finish(
      session,
      session.executeWrite(
        (transaction) => work(new NamedTransaction(transaction, this.#queryFolder)),
        transactionConfig(options),
      ),
    );
  }

  async readGenerated(
    cypher: string,
    parameters: Parameters,
    options: QueryOptions = {},
  ): Promise<QueryResult> {
    try {
      return await this.#readOnce(cypher, parameters, options);
    } catch (error) {
      // A connection that Neo4j closed while it lay idle; reading again changes nothing.
      if (neo4j.isRetryableError(error)) return await this.#readOnce(cypher, parameters, options);
      throw error;
    }
  }

  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.sessionConfig.bookmarkManager.getBookmarks())];
  }

  /** A transaction of its own, sent in one go: opening and closing one around it would cost two more ways to Neo4j and back. */
  async #readOnce(cypher: string, parameters: Parameters, options: QueryOptions): Promise<QueryResult> {
    const session = this.#session(neo4j.session.READ);
    try {
      const answer = this.#firstRuns.run(cypher, async () =>
        session.run(cypher, parameters, transactionConfig(options)),
      );
      return await endEarly(answer, options);
    } catch (error) {
      if (neo4j.isRetryableError(error)) this.#firstRuns.forget();
      throw error;
    } finally {
      // Not waited for: the answer is there.
      void closeQuietly(session);
    }
  }

  async runUserCypher(
    text: string,
    parameters: Parameters = {},
    options: QueryOptions = {},
  ): Promise<UserAnswer> {
    const session = this.#session(neo4j.session.READ);
    const answer = runUserCypher(session, { text, parameters, config: transactionConfig(options) });
    return await this.#finish(session, endEarly(answer, options));
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  #session(defaultAccessMode: "READ" | "WRITE", fetchSize = 1_000): Session {
    const bookmarks = [...currentScope().bookmarks];
    return this.driver.session({ ...this.sessionConfig, defaultAccessMode, bookmarks, fetchSize });
  }

  async #finish<T>(session: Session, answer: Promise<T>, query?: string): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw translateDatabaseError(error, query);
    } finally {
      await closeQuietly(session);
    }
  }
}

class NamedTransaction implements Transaction {
  readonly #transaction: ManagedTransaction;
  readonly #queryFolder: string | undefined;

  constructor(transaction: ManagedTransaction, queryFolder: string | undefined) {
    this.#transaction = transaction;
    this.#queryFolder = queryFolder;
  }

  async run<R extends Row>(query: string, parameters: Parameters = {}): Promise<R[]> {
    try {
      return await runInTransaction<R>(
        this.#transaction,
        readQueryText(query, this.#queryFolder),
        parameters,
      );
    } catch (error) {
      throw nameRetriable(error, query);
    }
  }
}

async function runInTransaction<R extends Row>(
  transaction: ManagedTransaction,
  text: string,
  parameters: Parameters,
): Promise<R[]> {
  const result = await transaction.run(text, toNeo4jParameters(parameters));
  return result.records.map((record) => toRow<R>(record));
}

async function openForReading(session: Session, options: QueryOptions) {
  return await session.beginTransaction(transactionConfig(options));
}

/** A passing fault stays the driver's, which then tries the whole transaction again. */
function nameRetriable(error: unknown, query: string): unknown {
  return neo4j.isRetryableError(error) ? error : translateDatabaseError(error, query);
}

function transactionConfig(options: QueryOptions): { timeout?: number } {
  return options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs };
}

/** Closing tells Neo4j to drop what still runs; whether that is heard changes nothing for the caller. */
async function closeQuietly(session: Session): Promise<void> {
  await session.close().catch(() => undefined);
}
