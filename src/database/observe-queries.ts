import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { DemarcheError, type ErrorCode } from "../domain/errors.ts";
import type { Database, Row, Transaction } from "./database.ts";
import { translateDatabaseError } from "./database-errors.ts";

/** How one query went. */
export interface QueryOutcome {
  readonly seconds: number;
  /** Null where it succeeded. */
  readonly code: ErrorCode | null;
}

/**
 * Hears that a query begins; what it gives hears how it went.
 *
 * @param query - Its name, such as `analytics/trace`; `generated` for Cypher of @neo4j/graphql.
 */
export type QueryObserver = (query: string) => (outcome: QueryOutcome) => void;

/** Gives the same database, every query of which is told to an observer and shown as a span of OpenTelemetry. */
export function observeQueries(database: Database, observe: QueryObserver): Database {
  const watch = <T>(query: string, mode: Mode, work: () => Promise<T>) =>
    watchQuery({ query, mode, observe }, work);
  return {
    read: (query, parameters, options) =>
      watch(query, "READ", () => database.read(query, parameters, options)),
    stream: (query, parameters, options) =>
      watchStream({ query, mode: "READ", observe }, database.stream(query, parameters, options)),
    write: (work, options) =>
      database.write((transaction) => work(observeTransaction(transaction, observe)), options),
    readGenerated: (cypher, parameters, options) =>
      watch("generated", "READ", () => database.readGenerated(cypher, parameters, options)),
    bookmarks: () => database.bookmarks(),
    close: () => database.close(),
  };
}

type Mode = "READ" | "WRITE";

interface Watched {
  readonly query: string;
  readonly mode: Mode;
  readonly observe: QueryObserver;
}

function observeTransaction(transaction: Transaction, observe: QueryObserver): Transaction {
  return {
    run: (query, parameters) =>
      watchQuery({ query, mode: "WRITE", observe }, () => transaction.run(query, parameters)),
  };
}

async function watchQuery<T>(watched: Watched, work: () => Promise<T>): Promise<T> {
  const end = startWatch(watched);
  try {
    const answer = await work();
    end(null);
    return answer;
  } catch (error) {
    end(codeOf(error));
    throw error;
  }
}

async function* watchStream<R extends Row>(watched: Watched, rows: AsyncIterable<R>): AsyncGenerator<R> {
  const end = startWatch(watched);
  let code: ErrorCode | null = null;
  try {
    yield* rows;
  } catch (error) {
    code = codeOf(error);
    throw error;
  } finally {
    end(code);
  }
}

/** Starts the clock and the span; what it gives ends both. */
function startWatch({ query, mode, observe }: Watched): (code: ErrorCode | null) => void {
  const startedAt = performance.now();
  const tell = observe(query);
  const span = trace.getTracer("demarche").startSpan(`cypher ${query}`, {
    kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "neo4j", "db.query.summary": query, "db.operation.name": mode },
  });
  return (code) => {
    if (code !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
    span.end();
    tell({ seconds: (performance.now() - startedAt) / 1000, code });
  };
}

function codeOf(error: unknown): ErrorCode {
  const known = translateDatabaseError(error);
  return known instanceof DemarcheError ? known.code : "INTERNAL";
}
