import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createGunzip, createGzip } from "node:zlib";
import { DemarcheError } from "../domain/errors.ts";

/**
 * Writes lines into a gzipped file that ends in the SHA-256 of all bytes before; it appears under its name only when it is
 * whole.
 *
 * The checksum is a gzip member of its own, so that `zcat` prints it as the last line.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when the file cannot be written, `NO_SPACE` when the disk is full.
 */
export async function writeDumpFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(inPieces(lines)), createGzip(), appendChecksum(), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw describeFailure(path, error);
  }
}

/**
 * Makes sure that a file is a dump, whole and as it was written; every bit of it counts.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE`, saying what is wrong.
 */
export async function verifyDumpFile(path: string): Promise<void> {
  const length = await sizeOf(path);
  const end = length - TRAILER_BYTES;
  if (end <= 0) throw notWhole(path);
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { end: end - 1 })) hash.update(piece as Buffer);
  const trailer = await readEnd(path, end);
  if (!trailer.equals(formatTrailer(hash.digest("hex")))) throw notWhole(path);
}

/** Reads the lines of a dump, without its last one, the checksum. Verify the file first. */
export async function* readDumpFile(path: string): AsyncGenerator<string> {
  const end = (await sizeOf(path)) - TRAILER_BYTES - 1;
  const file = createReadStream(path, { end });
  const text = createGunzip();
  const piping = pipeline(file, text).catch(() => undefined);
  try {
    yield* splitLines(text.setEncoding("utf8"));
  } finally {
    file.destroy();
    text.destroy();
    await piping;
  }
}

// node:readline would also break lines at U+2028, which JSON leaves as it is
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

const PIECE_LENGTH = 1 << 16;

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function appendChecksum(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      done(null, piece);
    },
    flush(done) {
      done(null, formatTrailer(hash.digest("hex")));
    },
  });
}

/** A gzip member without name, time and compression: its bytes follow from the checksum, so that each can be compared. */
function formatTrailer(sha256: string): Buffer {
  const text = Buffer.from(`${JSON.stringify({ sha256 })}\n`);
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const block = Buffer.from([1, text.length, 0, ~text.length & 0xff, 0xff]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(text), 0);
  tail.writeUInt32LE(text.length, 4);
  return Buffer.concat([header, block, text, tail]);
}

const TRAILER_BYTES = formatTrailer("0".repeat(64)).length;

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw new DemarcheError("FILE_UNREADABLE", `There is no file ${path}: check the path.`, { cause: error });
  }
}

async function readEnd(path: string, position: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TRAILER_BYTES), { position });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function notWhole(path: string): DemarcheError {
  return new DemarcheError(
    "FILE_UNREADABLE",
    `${path} is no whole dump: it was cut short or altered, or is something else. Nothing was changed; take another copy.`,
  );
}

function describeFailure(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof DemarcheError || code === undefined) return error;
  if (code === "ENOSPC")
    return new DemarcheError("NO_SPACE", `The disk is full: ${path} was not written.`, { cause: error });
  const message = `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`;
  return new DemarcheError("FILE_UNREADABLE", message, { cause: error });
}
