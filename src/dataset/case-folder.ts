import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DemarcheError } from "../domain/errors.ts";

const PIECE_BYTES = 1 << 18;

/** A file of a case folder. */
export interface CaseFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Lists the files of a case folder by name, without hidden ones and folders.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when it is missing, no folder, or may not be read.
 */
export async function listCaseFiles(folder: string): Promise<CaseFile[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name);
    return await Promise.all(
      names.sort().map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
    );
  } catch (error) {
    throw new DemarcheError("FILE_UNREADABLE", describeFailure(folder, error), { cause: error });
  }
}

/**
 * Reads a text file of a case folder; null where there is none.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when it is there but may not be read.
 */
export async function readCaseText(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new DemarcheError("FILE_UNREADABLE", describeFailure(join(folder, name), error), { cause: error });
  }
}

/**
 * Streams the bytes of a file of a case folder.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when it is missing or may not be read.
 */
export async function* streamCaseFile(
  folder: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(join(folder, name), {
      highWaterMark: PIECE_BYTES,
      signal,
    }) as AsyncIterable<Buffer>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new DemarcheError("FILE_UNREADABLE", describeFailure(join(folder, name), error), { cause: error });
  }
}

function describeFailure(path: string, error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return `There is no ${path}: check the path.`;
    case "ENOTDIR":
      return `${path} is a file: name the folder of a case.`;
    case "EISDIR":
      return `${path} is a folder, not a file.`;
    case "EACCES":
    case "EPERM":
      return `${path} may not be read: check its permissions.`;
    default:
      return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
