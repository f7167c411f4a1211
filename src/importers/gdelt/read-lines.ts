import { isUtf8 } from "node:buffer";
import { DemarcheError } from "../../domain/errors.ts";
import { readText } from "../foreign-text.ts";
import type { Input } from "../inputs.ts";

const LINE_FEED = 10;
const LONGEST_LINE = 8 * 1024 * 1024;

/** Some lines of a file one after another, without their ends; null stands for a line that is no UTF-8. */
export interface LineBatch {
  readonly firstLine: number;
  readonly lines: readonly (string | null)[];
}

/**
 * Reads a file line by line; a line of another encoding is lost alone, and the rest goes on.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when the file cannot be read, or a line is longer than 8 MB.
 */
export async function* readLines(input: Input, encoding?: string): AsyncGenerator<LineBatch> {
  let firstLine = 1;
  const known = encoding ?? input.sample.encoding;
  for await (const lines of known === null ? splitBytes(input) : splitText(input, known)) {
    yield { firstLine, lines };
    firstLine += lines.length;
  }
}

async function* splitText(input: Input, encoding: string): AsyncGenerator<readonly string[]> {
  for await (const text of readText(input, encoding)) yield text.replace(/\n$/, "").split("\n");
}

async function* splitBytes(input: Input): AsyncGenerator<readonly (string | null)[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input.open()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED);
    rest = bytes.subarray(end + 1);
    if (rest.length > LONGEST_LINE) throw tooLong(input);
    if (end >= 0) yield decode(bytes.subarray(0, end));
  }
  if (rest.length > 0) yield decode(rest);
}

function decode(bytes: Buffer): readonly (string | null)[] {
  if (isUtf8(bytes))
    return bytes
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .split("\n")
      .map(trimEnd);
  // Latin-1 keeps every byte, so that the lines can be told apart before each is decoded.
  return bytes
    .toString("latin1")
    .split("\n")
    .map((line) => Buffer.from(line, "latin1"))
    .map((line) => (isUtf8(line) ? trimEnd(line.toString("utf8")) : null));
}

function trimEnd(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function tooLong(input: Input): DemarcheError {
  return new DemarcheError(
    "FILE_UNREADABLE",
    `${input.name} has a line longer than 8 MB: it is no file of events.`,
  );
}
