import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { DemarcheError } from "../domain/errors.ts";

/** Most files are smaller than this, and stay in memory. */
const HELD_BYTES = 4_000_000;

/**
 * Takes pieces of a file as they are made, up to a limit, so that it can be refused before the first of it is sent: half a
 * file is worse than none. The first 4 MB are held in memory, a larger file lies in the folder for temporary files until it
 * is read. Others have their turn meanwhile.
 *
 * @param tooLarge - What is thrown beyond `maxBytes`.
 * @returns The file, to be read once.
 * @throws DemarcheError NO_SPACE where the folder for temporary files does not take it.
 */
export async function spool(
  pieces: Iterable<string>,
  maxBytes: number,
  tooLarge: () => DemarcheError,
): Promise<Readable> {
  const held: string[] = [];
  let bytes = 0;
  let file: FileHandle | null = null;
  try {
    for (const piece of pieces) {
      bytes += Buffer.byteLength(piece);
      if (bytes > maxBytes) throw tooLarge();
      if (bytes > HELD_BYTES) file ??= await openHidden();
      if (file) await append(file, [...held.splice(0), piece].join(""));
      else held.push(piece);
      await setImmediate();
    }
  } catch (error) {
    await file?.close();
    throw error;
  }
  return file ? file.createReadStream({ start: 0 }) : Readable.from(held);
}

/** Opens a file without a name: it is gone as soon as it is closed, also when the program ends before. */
async function openHidden(): Promise<FileHandle> {
  try {
    const folder = await mkdtemp(join(tmpdir(), "demarche-export-"));
    try {
      return await open(join(folder, "file"), "wx+");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (cause) {
    throw noSpace(cause);
  }
}

async function append(file: FileHandle, text: string): Promise<void> {
  try {
    await file.appendFile(text);
  } catch (cause) {
    throw noSpace(cause);
  }
}

function noSpace(cause: unknown): DemarcheError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The folder for temporary files (TMPDIR) does not take a large export: ${reason}. Make room there, or write the file with \`demarche network\`.`;
  return new DemarcheError("NO_SPACE", message, { cause });
}
