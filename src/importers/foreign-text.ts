import { FileFault } from "../dataset/file-fault.ts";
import { textLines } from "../dataset/text-lines.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { Input } from "./inputs.ts";
import { mendWindows1252 } from "./windows-1252.ts";

type Decoder = InstanceType<typeof TextDecoder>;

/**
 * Reads a file as text in pieces of whole lines, each ended by `\n`; a byte order mark is dropped.
 *
 * @param encoding - Name of the file's encoding, as `TextDecoder` knows it; where it is not given, UTF-16 if the first bytes show it, else UTF-8.
 * @throws {DemarcheError} `FILE_UNREADABLE` at what is no such text, with the encoding that it seems to have.
 */
export async function* readText(input: Input, encoding?: string): AsyncGenerator<string> {
  const known = encoding ?? input.sample.encoding;
  const decoder = known === null ? null : makeDecoder(known);
  const chunks = decoder ? recode(input, decoder) : input.open();
  try {
    yield* textLines(chunks);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const where = error.line === null ? "" : `, line ${error.line}`;
    const message = error.message.replace(/^The file is /, "it is ").replace(": write it as CSV.", ".");
    throw new DemarcheError("FILE_UNREADABLE", `${input.name}${where}: ${message}${adviseOn(error)}`);
  }
}

function adviseOn(error: FileFault): string {
  if (error.rule !== "encoding") return "";
  return " Or name its encoding, such as --encoding windows-1252.";
}

function makeDecoder(encoding: string): Decoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    const message = `"${encoding}" is no encoding that is known here: write such as windows-1252, windows-1251, latin1 or utf-16le.`;
    throw new DemarcheError("BAD_INPUT", message, { cause: error });
  }
}

async function* recode(input: Input, decoder: Decoder): AsyncGenerator<Buffer> {
  const mend = decoder.encoding === "windows-1252" ? mendWindows1252 : (text: string) => text;
  try {
    for await (const chunk of input.open()) yield Buffer.from(mend(decoder.decode(chunk, { stream: true })));
    yield Buffer.from(mend(decoder.decode()));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = `${input.name} is not in the encoding ${decoder.encoding}: name another one, or leave --encoding away.`;
    throw new DemarcheError("FILE_UNREADABLE", message, { cause: error });
  }
}
