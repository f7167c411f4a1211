/** Every code that Demarche reports, with what it means and the next step; `docs/errors.md` is drawn from it. */
export const ERROR_CODES = {
  BAD_INPUT: "An argument is malformed, out of range or contradicts another one. Correct it and ask again.",
  NOT_FOUND: "Nothing has this id or slug. The message offers the nearest ones.",
  UNKNOWN_CASE: "No such case is loaded. `demarche doctor` lists the cases; `demarche load FOLDER` adds one.",
  INVALID_DATASET: "The folder has problems, all of which are listed. Mend them and try again.",
  INVALID_EDIT:
    "The edit breaks rules of the data model; `problems` lists each with its field. Mend them and send it again.",
  FILE_UNREADABLE: "A file or folder is missing, of another format, or may not be read or written.",
  CONFLICT:
    "Somebody else changed the same thing first, or another process holds the lock. Look again, then retry.",
  UNAUTHENTICATED: "The token is missing or not valid.",
  KEYS_UNAVAILABLE:
    "The keys that tokens are held against cannot be had, so nobody can sign in. Try again in a moment, or read without a token.",
  FORBIDDEN: "The token is valid but does not allow this.",
  TOO_COMPLEX: "The query is too deep, too long, or too costly. Ask for less at once.",
  TOO_LARGE: "The request or its answer is larger than the limit.",
  TIMEOUT: "The query took longer than the limit and was stopped. Narrow it.",
  OVERLOADED: "Too many requests at once. Try again after the time that Retry-After names.",
  RATE_LIMITED: "This client asked too often. Try again after the time that Retry-After names.",
  DATABASE_UNAVAILABLE: "Neo4j cannot be reached. It may be starting; try again, or check the address.",
  DATABASE_REFUSED: "Neo4j refused the user or the password.",
  DATABASE_TOO_OLD: "This Neo4j is older than the oldest that Demarche supports.",
  DATABASE_IN_USE: "Another process holds the data folder. Use its database, or stop it.",
  JAVA_MISSING: "The embedded Neo4j needs Java 17 or newer.",
  MAVEN_MISSING: "Fetching the embedded Neo4j needs Maven once.",
  DOWNLOAD_FAILED: "The embedded Neo4j could not be fetched or did not match its checksum.",
  DOCKER_UNAVAILABLE: "No Docker engine answers.",
  NO_SPACE: "The disk is full, or nearly so.",
  PORT_IN_USE: "The port is taken. Choose another one, or 0 for any free one.",
  UNSUPPORTED_COMBINATION: "These options have no meaning together. The message names the nearest that has.",
  USAGE: "The command line was used wrongly; `--help` shows how.",
  INTERNAL: "A fault of Demarche. Please report it with the request id.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * What stops the work, in words for the user: what was wrong, where, and what to do next.
 *
 * `message` never holds Cypher, a stack trace or a secret.
 */
export class DemarcheError extends Error {
  readonly code: ErrorCode;
  /** Machine-readable particulars, such as `suggestions`; safe to show. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "DemarcheError";
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** How much a fault weighs: an `error` keeps the data out, a `warning` is only said. */
export type Severity = "error" | "warning";

/** One fault in data: a value, not an exception, so that all of them can be shown at once. */
export interface Problem {
  /** Name of the rule that found it, in kebab-case. */
  readonly rule: string;
  readonly severity: Severity;
  /** File name within the folder. */
  readonly file: string;
  /** Line in the file, from 1 (the header line); null where the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  /** What is wrong, quoting it, and what to do. */
  readonly message: string;
}
