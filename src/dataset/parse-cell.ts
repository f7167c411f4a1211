import { parseEdtf } from "../domain/edtf-dates.ts";
import type { CellType, ColumnDefinition } from "../domain/tables.ts";

/** What a column's parser gives for a cell that holds no value of the column's type. */
export const UNREADABLE = Symbol("unreadable");

type CellParser = (text: string) => unknown;

/** The value of an empty list cell; one for all, since records are never changed. */
export const EMPTY_LIST: readonly string[] = Object.freeze([]);

const INTEGER = /^-?\d+$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DAY_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z$/;
const BOOLEANS = new Map([
  ...["true", "True", "TRUE", "1"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE", "0"].map((text) => [text, false] as const),
]);
// What no text of a source holds and no XML export can carry.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Gives the function that turns a cell of a column into its value.
 *
 * An empty or blank cell is null, or the empty list. Blanks around a cell are dropped, except in texts, which stay as
 * they are. A cell that cannot be read gives `UNREADABLE`.
 */
export function cellParser(column: ColumnDefinition): CellParser {
  const empty = isList(column.type) ? EMPTY_LIST : null;
  const parse = valueParser(column);
  return (text) => (text === "" || isBlank(text) ? empty : parse(text));
}

/** Tells whether cells of a type hold several values. */
export function isList(type: CellType): boolean {
  return type === "list" || type === "references";
}

function valueParser(column: ColumnDefinition): CellParser {
  switch (column.type) {
    case "text":
      return (text) => (CONTROL.test(text) ? UNREADABLE : text);
    case "list":
      return (text) => (CONTROL.test(text) ? UNREADABLE : parseList(text));
    case "references":
      return parseList;
    case "slug":
    case "reference":
      return (text) => text.trim();
    case "integer":
      return (text) => parseInteger(text.trim());
    case "number":
      return (text) => parseNumber(text.trim());
    case "boolean":
      return (text) => BOOLEANS.get(text.trim()) ?? UNREADABLE;
    case "enum":
      return enumParser(column.values ?? []);
    case "edtf":
      return (text) => (parseEdtf(text.trim()) ? text.trim() : UNREADABLE);
    case "day-time":
      return (text) => parseDayTime(text.trim());
  }
}

/** Splits a list cell: `|` separates, `\|` is a bar, `\\` a backslash; empty items are dropped. */
export function parseList(text: string): readonly string[] {
  if (text !== "" && !text.includes("|") && !text.includes("\\")) return [text.trim()];
  const items = [...splitAtBars(text)].map((item) => item.trim()).filter((item) => item !== "");
  return items.length === 0 ? EMPTY_LIST : items;
}

function* splitAtBars(text: string): Generator<string> {
  let item = "";
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at + 1];
    if (text[at] === "|") {
      yield item;
      item = "";
    } else if (text[at] === "\\" && (next === "|" || next === "\\")) {
      item += next;
      at += 1;
    } else item += text[at];
  }
  yield item;
}

function enumParser(values: readonly string[]): CellParser {
  const known = new Map(values.map((value) => [value, value]));
  return (text) => known.get(text) ?? known.get(text.trim()) ?? UNREADABLE;
}

function parseInteger(text: string): unknown {
  const value = Number(text);
  return INTEGER.test(text) && Number.isSafeInteger(value) ? value : UNREADABLE;
}

function parseNumber(text: string): unknown {
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : UNREADABLE;
}

function parseDayTime(text: string): unknown {
  const parts = DAY_TIME.exec(text);
  if (!parts) return UNREADABLE;
  const instant = Date.parse(`${parts[1]}T${parts[2]}Z`);
  const isReal =
    Number.isFinite(instant) && new Date(instant).toISOString().startsWith(`${parts[1]}T${parts[2]}`);
  return isReal ? text : UNREADABLE;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first <= 32 || first === 0xa0) && text.trim() === "";
}
