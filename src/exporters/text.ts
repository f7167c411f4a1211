import { DemarcheError } from "../domain/errors.ts";

const CHUNK_LENGTH = 65_536;

/** Joins short texts into chunks of some 64 kB, so that neither memory nor the number of writes grows. */
export function* chunkTexts(texts: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

// XML 1.0 has no way to write these; other text formats and their readers trip over them.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Refuses text that a format cannot hold.
 *
 * @throws DemarcheError BAD_INPUT that quotes the text around the character, and names JSON, which holds every text.
 */
export function checkText(text: string, format: string): string {
  const found = FORBIDDEN.exec(text);
  if (!found) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const around = `${text.slice(Math.max(0, found.index - 20), found.index)}…${text.slice(found.index + 1, found.index + 20)}`;
  throw new DemarcheError(
    "BAD_INPUT",
    `"${around}" holds the character U+${code}, which ${format} cannot hold: take it out of the name, or export as json.`,
  );
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const XML_SPECIAL = /[&<>"\t\n\r]/g;
const NEEDS_XML_CARE = /[^\u0020\u0021\u0023-\u0025\u0027-\u003b\u003d\u003f-\u007e]/;

/** Writes text for XML, in elements and attributes alike. */
export function escapeXml(text: string, format: string): string {
  if (!NEEDS_XML_CARE.test(text)) return text;
  return checkText(text, format).replace(XML_SPECIAL, (character) => XML_ESCAPES[character] ?? "");
}

/** Writes a cell of CSV (RFC 4180); empty for null. */
export function writeCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Writes a row of CSV with its line end. */
export function writeRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => writeCell(typeof cell === "string" ? checkText(cell, "CSV") : cell)).join(",")}\r\n`;
}
