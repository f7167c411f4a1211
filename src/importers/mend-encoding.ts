import { byteOfWindows1252 } from "./windows-1252.ts";

const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;
const DECODER = new TextDecoder("utf-8", { fatal: true });
const RUN = /[\u0080-\uffff]+/g;
const MOST_ROUNDS = 4;

/**
 * Mends a text that was UTF-8 and was read as Windows-1252, once or several times: `CÃ´te` becomes `Côte`.
 *
 * Each run of letters beyond ASCII is mended where it turns back into UTF-8 whole, which hardly a right one does by chance.
 */
export function mendEncoding(text: string): string {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS && SUSPECT.test(mended); round += 1) {
    const before = mended;
    mended = mended.replace(RUN, turnBack);
    if (mended === before) break;
  }
  return mended;
}

function turnBack(run: string): string {
  const bytes: number[] = [];
  for (const letter of run) {
    const byte = byteOfWindows1252(letter);
    if (byte === null) return run;
    bytes.push(byte);
  }
  try {
    return DECODER.decode(Uint8Array.from(bytes));
  } catch {
    return run;
  }
}
