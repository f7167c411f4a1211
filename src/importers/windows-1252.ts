// Bytes 0x80 to 0x9F; where Windows-1252 has no letter the byte stands for itself.
const LETTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES = new Map([...LETTERS].map((letter, index) => [letter, 0x80 + index]));

/** Gives the byte that Windows-1252 writes for a letter; null where it has none. */
export function byteOfWindows1252(letter: string): number | null {
  const byte = BYTES.get(letter) ?? letter.codePointAt(0) ?? 0;
  return byte <= 0xff ? byte : null;
}

/** Turns text that some versions of Node read as Latin-1, though Windows-1252 was asked for, into what was meant. */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => LETTERS[control.charCodeAt(0) - 0x80] ?? control);
}
