/** An encoding other than UTF-8, as a user knows it, and the label by which `TextDecoder` does. */
export interface GuessedEncoding {
  readonly name: string;
  readonly label: string | null;
}

const MARKS = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], name: "UTF-32 (little endian)", label: null },
  { bytes: [0x00, 0x00, 0xfe, 0xff], name: "UTF-32 (big endian)", label: null },
  { bytes: [0xff, 0xfe], name: "UTF-16 (little endian)", label: "utf-16le" },
  { bytes: [0xfe, 0xff], name: "UTF-16 (big endian)", label: "utf-16be" },
] as const;

/** Names the encoding that the first bytes of a file give away: UTF-16 or UTF-32; null where they may be UTF-8. */
export function guessWideEncoding(start: Uint8Array): GuessedEncoding | null {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (mark) return { name: mark.name, label: mark.label };
  const sample = start.subarray(0, 400);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even === 0) return { name: "UTF-16 (little endian)", label: "utf-16le" };
  if (even > sample.length / 4 && odd === 0) return { name: "UTF-16 (big endian)", label: "utf-16be" };
  return null;
}

// Node decodes windows-1252 as if it were Latin-1, so that its own letters between 80 and 9F have to be put in by hand.
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes bytes as the encoding that was guessed. */
export function decodeGuess(bytes: Uint8Array, guess: GuessedEncoding): string {
  const text = new TextDecoder(guess.label ?? "latin1").decode(bytes);
  if (guess.label !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

/**
 * Names the single-byte encoding that bytes which are no UTF-8 are most likely in.
 *
 * Cyrillic words are runs of high bytes; in Western text a high byte stands alone between ASCII letters.
 */
export function guessByteEncoding(bytes: Uint8Array): GuessedEncoding {
  let high = 0;
  let inRuns = 0;
  let hasC1 = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if (byte < 0xa0) hasC1 = true;
    if ((bytes[index - 1] ?? 0) >= 0xc0 || (bytes[index + 1] ?? 0) >= 0xc0) inRuns += 1;
  }
  if (inRuns > high * 0.7) return { name: "Windows-1251 (Cyrillic)", label: "windows-1251" };
  if (hasC1) return { name: "Windows-1252", label: "windows-1252" };
  return { name: "Latin-1 (ISO 8859-1)", label: "latin1" };
}
