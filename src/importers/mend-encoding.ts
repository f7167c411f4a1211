import { byteOfWindows1252 } from "./windows-1252.ts";

const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;
const DECODER = new TextDecoder("utf-8", { fatal: true });

const MOST_ROUNDS = 4;

/**
 * Mends a text that was UTF-8 and was read as Windows-1252, once or several times: `CÃ´te` becomes `Côte`.
 *
 * Mended only where the whole text turns back into UTF-8, which no text that was right does by chance.
 */
export function mendEncoding(text: string): string {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS && SUSPECT.test(mended); round += 1) {
    const before = mended;
    mended = turnBack(mended);
    if (mended === before) break;
  }
  return mended;
}

function turnBack(text: string): string {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOfWindows1252(letter);
    if (byte === null) return text;
    bytes.push(byte);
  }
  try {
    return DECODER.decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}
