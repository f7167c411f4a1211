const WORKBOOK = "an Excel workbook";
const ZIP = "a ZIP archive";
const OLD_OFFICE = "an old Excel or Word file";
const BINARY_FORMATS = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: ZIP },
  { bytes: [0x1f, 0x8b], name: "compressed (gzip)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: "a PDF" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: OLD_OFFICE },
  { bytes: [...Buffer.from("SQLite format 3")], name: "an SQLite database" },
] as const;

/** Names the binary format that the first bytes of a file give away; null where it may be text. */
export function guessBinaryFormat(start: Uint8Array): string | null {
  const found = BINARY_FORMATS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  return found?.name === ZIP && isWorkbook(start) ? WORKBOOK : (found?.name ?? null);
}

/** A workbook is an archive whose first entries are named so. */
function isWorkbook(start: Uint8Array): boolean {
  const names = Buffer.from(start.subarray(0, 4096)).toString("latin1");
  return /\[Content_Types\]\.xml|xl\/|opendocument\.spreadsheet/.test(names);
}

/** Says how to come from a binary file, as `guessBinaryFormat` names it, to one that can be read; empty where nothing helps. */
export function adviseOnBinary(format: string): string {
  if (format === WORKBOOK || format === OLD_OFFICE) return "Save its sheet as CSV UTF-8, and import that.";
  return format === ZIP ? "Unpack it, and import what it holds." : "";
}

/** Names the text format other than CSV that a file begins like; null where it may be CSV. */
export function guessTextFormat(start: string): string | null {
  if (/^\s*[[{]/.test(start)) return "JSON";
  return /^\s*</.test(start) ? "HTML or XML" : null;
}
