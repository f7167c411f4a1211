import { DemarcheError, type ErrorCode } from "../domain/errors.ts";

interface Translation {
  /** Matches the code that Neo4j or its driver reports. */
  readonly codes: RegExp;
  readonly code: ErrorCode;
  readonly message: string;
}

/** In order: the first that matches holds. */
const TRANSLATIONS: readonly Translation[] = [
  {
    codes: /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    code: "DATABASE_REFUSED",
    message:
      "This Neo4j has no database of that name: correct NEO4J_DATABASE, or leave it empty for the usual one.",
  },
  {
    codes: /^Neo\.ClientError\.Security\.AuthenticationRateLimit$/,
    code: "DATABASE_REFUSED",
    message:
      "Neo4j takes no password for some seconds, as too many wrong ones were given. Wait, then check user and password.",
  },
  {
    codes:
      /^Neo\.ClientError\.Security\.(Unauthorized|CredentialsExpired|TokenExpired|AuthorizationExpired)$/,
    code: "DATABASE_REFUSED",
    message: "Neo4j refused the user or the password. Check both (NEO4J_USER, NEO4J_PASSWORD).",
  },
  {
    codes: /^Neo\.ClientError\.(Security|Statement)\.(Forbidden|AccessMode)$/,
    code: "DATABASE_REFUSED",
    message: "The user of this Neo4j may not do this. Give them the right to, or use another user.",
  },
  {
    codes: /\.Transaction\.TransactionLogError$/,
    code: "NO_SPACE",
    message:
      "Neo4j could not write to its disk, which is full or failing; nothing of this was kept. Free some space, then restart Neo4j, or Demarche where it runs Neo4j itself.",
  },
  {
    codes: /\.Transaction\.TransactionStartFailed$/,
    code: "DATABASE_UNAVAILABLE",
    message:
      "Neo4j has closed its database after a fault, such as a full disk. Free some space, then restart Neo4j, or Demarche where it runs Neo4j itself.",
  },
  {
    codes: /InvalidBookmark/,
    code: "BAD_INPUT",
    message: "Neo4j does not know this bookmark: give one that an answer of this database had, or none.",
  },
  {
    codes: /BookmarkTimeout/,
    code: "DATABASE_UNAVAILABLE",
    message: "Neo4j has not yet received the writes that the bookmark stands for. Try again.",
  },
  {
    codes: /TransactionTimedOut|LockAcquisitionTimeout|\.Transaction\.Terminated$|TransactionTerminated/,
    code: "TIMEOUT",
    message:
      "The query took longer than the limit and was stopped. Ask for less: a shorter time, fewer actors, one issue.",
  },
  {
    codes: /ConstraintValidationFailed|ConstraintViolation/,
    code: "CONFLICT",
    message: "Something with the same id is already there. Look again, then retry.",
  },
  {
    codes: /DeadlockDetected|LockClientStopped|Outdated|EntityNotFound$/,
    code: "CONFLICT",
    message: "Somebody else changed the same thing at the same time. Look again, then retry.",
  },
  {
    codes: /OutOfMemory|MemoryPool|StackOverFlow/i,
    code: "TOO_COMPLEX",
    message: "The query needs more memory than Neo4j has. Ask for less at once.",
  },
  {
    codes:
      /^(ServiceUnavailable|SessionExpired)$|DatabaseUnavailable|NotALeader|ReadOnly|\.General\.TransientFailure|ForbiddenOnReadOnlyDatabase/,
    code: "DATABASE_UNAVAILABLE",
    message: "Neo4j does not answer, or is being restarted. Try again, or check that it runs.",
  },
];

/**
 * Turns what the driver throws into words for the user: the one place where Neo4j's errors are read.
 *
 * The message never holds Cypher or values; Neo4j's own error is the `cause`. What is no error of Neo4j's comes back as it
 * is.
 *
 * @param query - Name of the query, for a fault of Demarche's own.
 */
export function translateDatabaseError(error: unknown, query?: string): unknown {
  if (!isNeo4jError(error)) return error;
  if (isFullDisk(error)) return noSpace(error);
  if (/TooMany\w*Clauses/.test(error.message)) return tooManyWords(error);
  const found = TRANSLATIONS.find((translation) => translation.codes.test(error.code));
  if (found !== undefined) return new DemarcheError(found.code, found.message, { cause: error });
  const which = query === undefined ? "A query" : `The query "${query}"`;
  return new DemarcheError("INTERNAL", `${which} failed in Neo4j (${error.code}).`, {
    cause: error,
  });
}

/** Tells whether an error comes from Neo4j or its driver. */
export function isNeo4jError(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error && error.name === "Neo4jError" && "code" in error && typeof error.code === "string"
  );
}

function isFullDisk(error: Error): boolean {
  return /no space left|disk full|not enough (disk )?space/i.test(error.message);
}

/** Neo4j has one code for all that goes wrong in a procedure. */
function tooManyWords(cause: Error): DemarcheError {
  const message = "The words resemble more others than the index takes: give fewer words.";
  return new DemarcheError("TOO_COMPLEX", message, { cause });
}

function noSpace(cause: Error): DemarcheError {
  return new DemarcheError("NO_SPACE", "Neo4j's disk is full: free some space, then restart Demarche.", {
    cause,
  });
}
