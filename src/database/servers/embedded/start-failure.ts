import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { DemarcheError } from "../../../domain/errors.ts";
import type { DataFolder } from "./data-folder.ts";

/** Why Neo4j ended before it answered. */
export interface StartFailure {
  readonly kind: "PORT_TAKEN" | "OTHER";
  readonly error: DemarcheError;
}

/** Gives the length of a file in bytes, 0 where there is none. */
export function readLength(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/**
 * Tells whether Neo4j says in its log that it opened its port: until then, another may answer there.
 *
 * @param logLength - How long the log was before this start.
 */
export function hasOpenedPort(paths: DataFolder, logLength: number): boolean {
  return readSince(paths.logFile, logLength).includes("Bolt enabled on");
}

/**
 * Reads out of Neo4j's log and Java's output why it did not start, in words for the user.
 *
 * @param logLength - How long the log was before this start.
 */
export function readStartFailure(paths: DataFolder, logLength: number): StartFailure {
  const text = `${readSince(paths.consoleFile, 0)}\n${readSince(paths.logFile, logLength)}`;
  return {
    kind: /PortBindException|Address already in use/.test(text) ? "PORT_TAKEN" : "OTHER",
    error: explain(text, paths),
  };
}

function explain(text: string, paths: DataFolder): DemarcheError {
  if (/PortBindException|Address already in use/.test(text)) {
    return new DemarcheError(
      "PORT_IN_USE",
      "Neo4j's port was taken while it started. Try again, or choose another one.",
    );
  }
  if (/FileLockException|Lock file has been locked|store_lock/.test(text)) {
    const message = `Another Neo4j that Demarche did not start holds ${paths.neo4jHome}: end it, or choose another data folder with --data.`;
    return new DemarcheError("DATABASE_IN_USE", message);
  }
  if (/No space left on device|not enough (disk )?space/i.test(text)) {
    return new DemarcheError(
      "NO_SPACE",
      `The disk of ${paths.folder} is full: free some space and try again.`,
    );
  }
  if (/Could not reserve enough space|insufficient memory|OutOfMemoryError/.test(text)) {
    return new DemarcheError(
      "DATABASE_UNAVAILABLE",
      "Neo4j did not get the memory it needs (about 600 MB): close other programs and try again.",
    );
  }
  const message = `Neo4j ended while it started: ${lastWords(text)} See ${paths.logFile}.`;
  return new DemarcheError("DATABASE_UNAVAILABLE", message);
}

/** The innermost cause says most; else the last line that Java printed. */
function lastWords(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const cause =
    lines.findLast((line) => line.startsWith("Caused by:")) ?? lines.findLast((line) => / ERROR /.test(line));
  const words = (cause ?? lines.findLast((line) => line !== "") ?? "it left no word.").replace(
    /^Caused by: [\w.$]+: /,
    "",
  );
  return words.slice(0, 300);
}

/** Reads what was added to a file, and no more of it: logs grow over many starts. One that is shorter than it was began anew. */
function readSince(file: string, length: number): string {
  const size = readLength(file);
  if (size === 0) return "";
  const start = size < length ? 0 : length;
  const bytes = Buffer.alloc(size - start);
  const open = openSync(file, "r");
  try {
    return bytes.subarray(0, readSync(open, bytes, 0, bytes.length, start)).toString();
  } finally {
    closeSync(open);
  }
}
