import { ERROR_CODES, type ErrorCode } from "../domain/errors.ts";
import { HTTP_STATUS } from "./http-status.ts";
import { LIMIT_DEFINITIONS } from "./limits/limits.ts";

/** A message of each code, as it is shown. */
const EXAMPLES: Readonly<Record<ErrorCode, string>> = {
  BAD_INPUT: '"limit" of "actors" cannot be 0: give a number from 1 to 1000.',
  NOT_FOUND: 'Nothing is at "/nope": "/" shows what there is.',
  UNKNOWN_CASE: 'No case "lake-talk" is loaded. Did you mean "lake-talks"?',
  INVALID_DATASET: "The folder has 3 problems.",
  INVALID_EDIT: "The edit breaks 1 rule; nothing was written.",
  FILE_UNREADABLE: 'The folder "seed/none" is not there.',
  CONFLICT: "Somebody else changed the same thing at the same time. Look again, then retry.",
  UNAUTHENTICATED: "The token is missing or not valid.",
  KEYS_UNAVAILABLE: "The keys that tokens are held against cannot be had. Try again in a moment.",
  FORBIDDEN: "Only reading is allowed here.",
  TOO_COMPLEX: "The query is 18 fields deep, 15 are allowed: ask for the inner part by itself.",
  TOO_LARGE: "The body is larger than 200000 bytes.",
  TIMEOUT: "The query took longer than the limit and was stopped. Ask for less at once.",
  OVERLOADED: "The server is busy with 64 requests, and 500 wait. Try again in a moment.",
  RATE_LIMITED: "More than 1200 requests in a minute. Try again in 20 s.",
  DATABASE_UNAVAILABLE: "Neo4j does not answer, or is being restarted. Try again, or check that it runs.",
  DATABASE_REFUSED: "Neo4j refused the user or the password. Check both (NEO4J_USER, NEO4J_PASSWORD).",
  DATABASE_TOO_OLD: "This is Neo4j 4.4.30, Demarche needs 5.23 or newer.",
  DATABASE_IN_USE: "Another process holds the data folder.",
  JAVA_MISSING: "No Java 17 or newer was found.",
  MAVEN_MISSING: "No Maven was found.",
  DOWNLOAD_FAILED: "neo4j-5.26.30.jar does not match its checksum.",
  DOCKER_UNAVAILABLE: "No Docker engine answers.",
  NO_SPACE: "Neo4j's disk is full: free some space, then restart Demarche.",
  PORT_IN_USE: "Port 4000 of 127.0.0.1 is taken: choose another with --port, or 0 for any free one.",
  UNSUPPORTED_COMBINATION: "COMBINE has no meaning with a normalisation: leave it out, or take SUBTRACT.",
  USAGE: '--port cannot be "many".',
  INTERNAL: "A fault of Demarche. Please report it with the request id.",
};

/** Renders `docs/errors.md`: the codes with status and example, and the limits behind them. */
export function errorReference(): string {
  return `# Errors and limits

Every failure has a code, the same on the command line, over GraphQL and over HTTP. An answer never holds a stack trace or Cypher.

Over HTTP a failure is \`{"errors": [{"message": "…", "extensions": {"code": "…"}}]}\`; a browser gets a page. \`extensions\` may hold particulars, such as \`suggestions\`, and for \`INTERNAL\` the \`requestId\` under which the fault is logged. Every answer has its request's id in the header \`X-Request-Id\`.

A GraphQL query that ran is answered with status 200 even where a field failed: look into \`errors\`. Only where nothing at all could be had because of the server or of who asks is the status that of the table, as it is for every request that could not be run.

## Codes

| code | HTTP | what it means, and what to do | example |
|---|---|---|---|
${Object.entries(ERROR_CODES)
  .map(([code, meaning]) => describeCode(code as ErrorCode, meaning))
  .join("\n")}

## Limits

\`DEMARCHE_LIMITS\` sets them, such as \`DEMARCHE_LIMITS=maxDepth=20,maxConcurrent=100\`; time has a variable of its own, \`DEMARCHE_QUERY_TIMEOUT_MS\`.

| limit | default | code | what it counts |
|---|---|---|---|
${Object.entries(LIMIT_DEFINITIONS)
  .map(
    ([name, { standard, code, description }]) =>
      `| \`${name}\` | ${standard} | \`${code}\` | ${description} |`,
  )
  .join("\n")}

Batches of queries in one request are refused, and so is a request that a page of another host could send without asking first. Introspection is open.
`;
}

function describeCode(code: ErrorCode, meaning: string): string {
  return `| \`${code}\` | ${HTTP_STATUS[code]} | ${meaning} | ${EXAMPLES[code]} |`;
}
