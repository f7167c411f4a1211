import { createReadStream, type Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pipeline, Readable } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { guessWideEncoding } from "../dataset/guess-encoding.ts";
import { guessBinaryFormat } from "../dataset/guess-format.ts";
import { DemarcheError } from "../domain/errors.ts";

/** What a file shows of itself before it is read: its name and its first bytes, unpacked. */
export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  /** The bytes as text; meaningless for binary files. */
  readonly text: string;
  /** What kind of binary file it is; null for text. */
  readonly binary: string | null;
  /** UTF-16, where the first bytes give it away; null where the file may be UTF-8. */
  readonly encoding: string | null;
}

/** One file to import from, or standard input. */
export interface Input {
  /** Name for messages. */
  readonly name: string;
  /** null for standard input and pipes, which can be read once only. */
  readonly path: string | null;
  readonly isPacked: boolean;
  /** Whether the user named it, rather than the folder that it lies in. */
  readonly isNamed: boolean;
  readonly sample: Sample;
  /** Streams its bytes, unpacked. */
  open(): AsyncGenerator<Buffer>;
}

/** How far the reading has come; `total` is null where it is not known. */
export interface ReadingProgress {
  readonly file: string;
  readonly bytes: number;
  readonly total: number | null;
}

export interface InputOptions {
  readonly stdin?: NodeJS.ReadableStream;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

const SAMPLE_BYTES = 1 << 16;
const PACKED_SAMPLE_BYTES = 1 << 14;
const PIECE_BYTES = 1 << 18;

/**
 * Looks at the files and folders that the user names (`-`: standard input) and gives what is to be read, in order.
 *
 * Of a folder all files are given, by name, without hidden ones and folders within it.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` for what is missing, empty, or may not be read.
 */
export async function findInputs(words: readonly string[], options: InputOptions = {}): Promise<Input[]> {
  if (words.length === 0)
    throw new DemarcheError("USAGE", "Name the file or folder to import, or - for standard input.");
  if (words.filter((word) => word === "-").length > 1)
    throw new DemarcheError("USAGE", "Standard input (-) can be read only once: name it once.");
  const inputs: Input[] = [];
  for (const word of words) inputs.push(...(await findInput(word, options)));
  refuseTwice(inputs);
  return inputs.map((input) => tellApart(input, inputs));
}

/** What is read twice would be counted twice. */
function refuseTwice(inputs: readonly Input[]): void {
  const paths = inputs.flatMap(({ path }) => (path === null ? [] : [resolve(path)]));
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined)
    throw new DemarcheError("USAGE", `${basename(twice)} is named twice: name every file once.`);
}

/** Of several files of one name each is called by its path. */
function tellApart(input: Input, all: readonly Input[]): Input {
  const isAlone = all.every((other) => other === input || other.name !== input.name);
  return isAlone || input.path === null ? input : { ...input, name: input.path };
}

async function findInput(word: string, options: InputOptions): Promise<Input[]> {
  if (word === "-") return [await openOnce("standard input", options.stdin ?? process.stdin, options)];
  const stats = await attempt(word, () => stat(word));
  if (!stats.isDirectory()) return [await openFile(word, stats, { ...options, isNamed: true })];
  const entries = await attempt(word, () => readdir(word, { withFileTypes: true }));
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
  if (names.length === 0)
    throw unreadable(`The folder ${word} holds no files: name a file, or a folder that holds some.`);
  const inputs: Input[] = [];
  for (const name of names.sort()) {
    const path = join(word, name);
    inputs.push(await openFile(path, await attempt(path, () => stat(path)), { ...options, isNamed: false }));
  }
  return inputs;
}

async function openFile(
  path: string,
  stats: Stats,
  options: InputOptions & { isNamed: boolean },
): Promise<Input> {
  // A pipe gives its first bytes only once.
  if (!stats.isFile()) {
    const stream = createReadStream(path, { highWaterMark: PIECE_BYTES });
    return openOnce(basename(path), stream, options);
  }
  const start = await attempt(path, () => readStart(path));
  if (start.length === 0 && options.isNamed) throw unreadable(`${path} is empty.`);
  const name = basename(path);
  return {
    name,
    path,
    isPacked: isGzip(start),
    isNamed: options.isNamed,
    sample: makeSample(name, start),
    open: () => {
      const stream = createReadStream(path, { highWaterMark: PIECE_BYTES });
      return unpack(count(stream, { ...options, file: name, total: stats.size }), path, isGzip(start));
    },
  };
}

async function openOnce(name: string, stream: NodeJS.ReadableStream, options: InputOptions): Promise<Input> {
  const pieces = (stream as AsyncIterable<Buffer | string>)[Symbol.asyncIterator]();
  const start = await attempt(name, () => readPieces(pieces));
  if (start.length === 0) throw unreadable(`Nothing came from ${name}: it is empty.`);
  return {
    name,
    path: null,
    isPacked: isGzip(start),
    isNamed: true,
    sample: makeSample(name, start),
    open: () => {
      const whole = count(replay(start, pieces), { ...options, file: name, total: null });
      return unpack(whole, name, isGzip(start));
    },
  };
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readPieces(pieces: AsyncIterator<Buffer | string>): Promise<Buffer> {
  const start: Buffer[] = [];
  let length = 0;
  while (length < SAMPLE_BYTES) {
    const { value, done } = await pieces.next();
    if (done) break;
    start.push(Buffer.from(value));
    length += value.length;
  }
  return Buffer.concat(start);
}

async function* replay(start: Buffer, pieces: AsyncIterator<Buffer | string>): AsyncGenerator<Buffer> {
  yield start;
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) return;
    yield Buffer.from(value);
  }
}

async function* count(
  chunks: AsyncIterable<Buffer>,
  { file, total, signal, onProgress }: InputOptions & { file: string; total: number | null },
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    onProgress?.({ file, bytes, total });
    yield chunk;
  }
}

async function* unpack(
  chunks: AsyncIterable<Buffer>,
  path: string,
  isPacked: boolean,
): AsyncGenerator<Buffer> {
  try {
    if (!isPacked) return yield* chunks;
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    // The error comes out of the loop below as well; the callback is there so that it is not thrown twice.
    pipeline(Readable.from(chunks), gunzip, () => {});
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw explain(path, error);
  }
}

function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function makeSample(name: string, start: Buffer): Sample {
  const bytes = isGzip(start) ? unpackStart(start) : start;
  const encoding = guessWideEncoding(bytes)?.label ?? null;
  const text = encoding === null ? bytes.toString("utf8") : new TextDecoder(encoding).decode(bytes);
  return { name, bytes, text, binary: guessBinaryFormat(bytes), encoding };
}

function unpackStart(start: Buffer): Buffer {
  try {
    const part = start.subarray(0, PACKED_SAMPLE_BYTES);
    return gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, SAMPLE_BYTES);
  } catch {
    return Buffer.alloc(0);
  }
}

async function attempt<V>(path: string, work: () => Promise<V>): Promise<V> {
  try {
    return await work();
  } catch (error) {
    throw explain(path, error);
  }
}

function explain(path: string, error: unknown): unknown {
  if (error instanceof DemarcheError || (error as Error)?.name === "AbortError") return error;
  return unreadable(describe(path, error), error);
}

function describe(path: string, error: unknown): string {
  switch ((error as NodeJS.ErrnoException)?.code) {
    case "ENOENT":
      return `There is no ${path}: check the path.`;
    case "EISDIR":
      return `${path} is a folder, not a file.`;
    case "EACCES":
    case "EPERM":
      return `${path} may not be read: check its permissions.`;
    case "Z_BUF_ERROR":
      return `${path} is cut off: its gzip data end too early. Fetch or copy it again.`;
    case "Z_DATA_ERROR":
      return `${path} is damaged: its gzip data cannot be unpacked. Fetch or copy it again.`;
    default:
      return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function unreadable(message: string, cause?: unknown): DemarcheError {
  return new DemarcheError("FILE_UNREADABLE", message, { cause });
}
