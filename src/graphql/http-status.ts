import type { ErrorCode } from "../domain/errors.ts";

/** The HTTP status that goes with each code, for exports and pages, and for GraphQL requests that could not be run. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  UNKNOWN_CASE: 404,
  INVALID_DATASET: 422,
  INVALID_EDIT: 422,
  FILE_UNREADABLE: 500,
  CONFLICT: 409,
  UNAUTHENTICATED: 401,
  KEYS_UNAVAILABLE: 503,
  FORBIDDEN: 403,
  TOO_COMPLEX: 400,
  TOO_LARGE: 413,
  TIMEOUT: 504,
  OVERLOADED: 503,
  RATE_LIMITED: 429,
  DATABASE_UNAVAILABLE: 503,
  DATABASE_REFUSED: 503,
  DATABASE_TOO_OLD: 503,
  DATABASE_IN_USE: 503,
  JAVA_MISSING: 503,
  MAVEN_MISSING: 503,
  DOWNLOAD_FAILED: 503,
  DOCKER_UNAVAILABLE: 503,
  NO_SPACE: 507,
  PORT_IN_USE: 500,
  UNSUPPORTED_COMBINATION: 400,
  USAGE: 400,
  INTERNAL: 500,
};

/**
 * Gives the HTTP status of an answer that holds errors.
 *
 * A query that ran answers 200 with its errors inside, as GraphQL has it, unless nothing at all could be had because of
 * the server (5xx) or of who asks (401, 403).
 *
 * @param codes - Codes of the errors, in order.
 * @param wasRun - Whether the query was run, so that the answer has `data`.
 * @param hasData - Whether any of its fields has a value.
 */
export function statusOf(codes: readonly ErrorCode[], wasRun: boolean, hasData: boolean): number {
  const statuses = codes.map((code) => HTTP_STATUS[code]);
  if (!wasRun) return statuses[0] ?? 400;
  return hasData ? 200 : (statuses.find((status) => status >= 500 || REFUSED.includes(status)) ?? 200);
}

const REFUSED: readonly number[] = [HTTP_STATUS.UNAUTHENTICATED, HTTP_STATUS.FORBIDDEN];
