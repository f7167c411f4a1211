import { isUtf8 } from "node:buffer";
import { FileFault } from "./file-fault.ts";
import { decodeGuess, type GuessedEncoding, guessByteEncoding, guessWideEncoding } from "./guess-encoding.ts";
import { guessBinaryFormat } from "./guess-format.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * Turns the bytes of a UTF-8 file into text in pieces of whole lines, each line ended by a lone `\n`.
 *
 * A byte order mark is dropped; CRLF and CR become LF, inside quoted cells as well.
 *
 * @throws {FileFault} of rule `encoding` at the first line that is no UTF-8; the pieces before it have been given.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? asBuffer(chunk) : Buffer.concat([rest, chunk]);
    if (isFirst) refuseOthers(bytes);
    isFirst = false;
    const end = endOfLines(bytes);
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) throw new FileFault("broken-csv", line, tooLong());
    if (end === 0) continue;
    const text = decode(bytes.subarray(0, end), line);
    line += countLines(text);
    yield text;
  }
  if (rest.length > 0) yield decode(rest, line);
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function refuseOthers(start: Uint8Array): void {
  const format = guessBinaryFormat(start);
  if (format) throw new FileFault("broken-csv", null, `The file is ${format}: write it as CSV.`);
  const wide = guessWideEncoding(start);
  if (wide) throw new FileFault("encoding", null, `The file is ${wide.name}: save it as UTF-8.`);
}

/** One past the last line end; a CR that ends the piece may be half of a CRLF and waits for the next piece. */
function endOfLines(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(LINE_FEED);
  if (feed >= 0) return feed + 1;
  return bytes.length < 2 ? 0 : bytes.lastIndexOf(CARRIAGE_RETURN, bytes.length - 2) + 1;
}

function decode(bytes: Buffer, firstLine: number): string {
  if (!isUtf8(bytes)) throw wrongEncoding(bytes, firstLine);
  const hasMark = firstLine === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = (hasMark ? bytes.subarray(3) : bytes).toString("utf8");
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function wrongEncoding(bytes: Buffer, firstLine: number): FileFault {
  const guess = guessByteEncoding(bytes);
  let line = firstLine;
  for (const { start, end } of linesOf(bytes)) {
    const piece = bytes.subarray(start, end);
    if (!isUtf8(piece)) return new FileFault("encoding", line, describe(piece, guess));
    line += 1;
  }
  return new FileFault("encoding", firstLine, describe(bytes, guess));
}

function* linesOf(bytes: Buffer): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    yield { start, end };
    start = end;
  }
}

function describe(piece: Buffer, guess: GuessedEncoding): string {
  const text = decodeGuess(piece, guess);
  const word = text.split(/[\s,;"|]+/).find((part) => /[^\p{ASCII}]/u.test(part)) ?? "";
  return `The file is not UTF-8; it looks like ${guess.name}, in which this line has "${word}": save it as UTF-8.`;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function tooLong(): string {
  return "A line is longer than 8 MB: the file is no CSV, or its line ends are missing.";
}
