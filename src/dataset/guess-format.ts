const BINARY_FORMATS = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: "a ZIP archive or an Excel workbook" },
  { bytes: [0x1f, 0x8b], name: "compressed (gzip)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: "a PDF" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: "an old Excel or Word file" },
  { bytes: [...Buffer.from("SQLite format 3")], name: "an SQLite database" },
] as const;

/** Names the binary format that the first bytes of a file give away; null where it may be text. */
export function guessBinaryFormat(start: Uint8Array): string | null {
  return (
    BINARY_FORMATS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.name ?? null
  );
}

/** Names the text format other than CSV that a file begins like; null where it may be CSV. */
export function guessTextFormat(start: string): string | null {
  if (/^\s*[[{]/.test(start)) return "JSON";
  return /^\s*</.test(start) ? "HTML or XML" : null;
}
