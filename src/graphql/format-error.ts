import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { translateDatabaseError } from "../database/database-errors.ts";
import { DemarcheError, type ErrorCode } from "../domain/errors.ts";

/** An error as answers carry it. */
export interface ShownError extends GraphQLFormattedError {
  readonly extensions: { readonly code: ErrorCode; readonly [detail: string]: unknown };
}

/**
 * Turns whatever stopped a query into what the user may see: a documented code and words, never a stack trace or Cypher.
 *
 * @param formatted - What the server would answer by itself.
 * @param error - What was thrown.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): ShownError {
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  const { code, message, details } = explainError(formatted, unwrap(error));
  return { message: shorten(message), ...place, extensions: { code, ...details } };
}

/** Gives what was thrown, which the server wraps to say where in the query it happened. */
export function unwrap(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? unwrap(error.originalError) : error;
}

interface Explained {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const INTERNAL: Explained = {
  code: "INTERNAL",
  message: "A fault of Demarche. Please report it with the request id.",
};

function explainError(formatted: GraphQLFormattedError, cause: unknown): Explained {
  const error = translateDatabaseError(cause);
  if (error instanceof DemarcheError)
    return error.code === "INTERNAL"
      ? INTERNAL
      : { code: error.code, message: error.message, details: error.details };
  return explainRefusal(formatted) ?? INTERNAL;
}

/** Codes of the server for a request that it did not run. */
const REFUSALS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);
const TOO_COMPLEX =
  /contains more tha[nt] \d+ tokens|recursively requests|Maximum introspection depth exceeded/;

/** What graphql says, without a code of the server, of variables with more faults than it lists. */
const TOO_MANY_FAULTS = /^Too many errors processing variables/;

function explainRefusal({ extensions, message }: GraphQLFormattedError): Explained | null {
  if (TOO_MANY_FAULTS.test(message)) return { code: "BAD_INPUT", message };
  if (!REFUSALS.has(String(extensions?.code))) return null;
  return { code: TOO_COMPLEX.test(message) ? "TOO_COMPLEX" : "BAD_INPUT", message };
}

const MESSAGE_LENGTH = 1_000;

function shorten(message: string): string {
  return message.length <= MESSAGE_LENGTH ? message : `${message.slice(0, MESSAGE_LENGTH)} …`;
}
