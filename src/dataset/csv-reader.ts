/** One record of a CSV file; `line` is the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotes; the cells are then empty. */
  readonly fault: string | null;
}

const LONGEST_RECORD = 8 * 1024 * 1024;
const FAULT_LIMIT = 50;
const INCOMPLETE = Symbol("incomplete");

interface Parsed {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly next: number;
}

/**
 * Reads CSV (RFC 4180) from pieces of text whose line ends are `\n`, as `textLines` gives them.
 *
 * A record whose quotes cannot be understood comes with a `fault`, and reading goes on at the next line. A quote inside
 * an unquoted cell is a character like others. Blank lines give no record. After 50 faults the rest is not read.
 */
export class CsvReader {
  readonly #delimiter: string;
  #rest = "";
  #line = 1;
  #faultCount = 0;

  constructor(delimiter = ",") {
    this.#delimiter = delimiter;
  }

  /** Gives the records that end in this piece or, with `isLast`, all that are left. */
  read(text: string, isLast = false): CsvRow[] {
    const buffer = this.#rest === "" ? text : this.#rest + text;
    const rows: CsvRow[] = [];
    let at = 0;
    let quote = buffer.indexOf('"');
    while (at < buffer.length && this.#faultCount < FAULT_LIMIT) {
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at);
      const feed = buffer.indexOf("\n", at);
      if (feed < 0 && !isLast) break;
      const end = feed < 0 ? buffer.length : feed;
      if (quote < 0 || quote > end) {
        if (end > at)
          rows.push({ line: this.#line, cells: buffer.slice(at, end).split(this.#delimiter), fault: null });
        this.#line += 1;
        at = end + 1;
        continue;
      }
      const next = this.#readQuoted({ buffer, at, end, isLast, rows });
      if (next === INCOMPLETE) break;
      at = next;
    }
    this.#rest = this.#faultCount < FAULT_LIMIT ? buffer.slice(at) : "";
    return rows;
  }

  #readQuoted(from: {
    buffer: string;
    at: number;
    end: number;
    isLast: boolean;
    rows: CsvRow[];
  }): number | typeof INCOMPLETE {
    const { buffer, at, end, isLast, rows } = from;
    const parsed = parseRecord(buffer, at, this.#delimiter);
    if (typeof parsed === "number" && !isLast && buffer.length - at < LONGEST_RECORD) return INCOMPLETE;
    if (typeof parsed === "object") {
      rows.push({ line: this.#line, cells: parsed.cells, fault: null });
      this.#line += countFeeds(buffer, at, parsed.next);
      return parsed.next;
    }
    const fault = typeof parsed === "number" ? `Cell ${parsed} opens a quote that is never closed.` : parsed;
    rows.push({ line: this.#line, cells: [], fault });
    this.#faultCount += 1;
    this.#line += 1;
    return end + 1;
  }
}

/** Gives the record that begins at a place; the number of the cell whose quote is not closed; or what else is wrong. */
function parseRecord(buffer: string, start: number, delimiter: string): Parsed | number | string {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (buffer[at] !== '"') {
      const end = endOfPlainCell(buffer, at, delimiter);
      cells.push(buffer.slice(at, end));
      at = end;
    } else {
      const close = endOfQuotedCell(buffer, at);
      if (close < 0) return cells.length + 1;
      const inner = buffer.slice(at + 1, close);
      cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
      at = close + 1;
    }
    if (at >= buffer.length) return { cells, next: at };
    if (buffer[at] === "\n") return { cells, next: at + 1 };
    if (buffer[at] !== delimiter) return strayText(buffer, at, cells);
    at += 1;
  }
}

function endOfPlainCell(buffer: string, start: number, delimiter: string): number {
  let at = start;
  while (at < buffer.length && buffer[at] !== delimiter && buffer[at] !== "\n") at += 1;
  return at;
}

/** The place of the quote that closes the cell; -1 where there is none. */
function endOfQuotedCell(buffer: string, open: number): number {
  let at = buffer.indexOf('"', open + 1);
  while (at >= 0 && buffer[at + 1] === '"') at = buffer.indexOf('"', at + 2);
  return at;
}

function strayText(buffer: string, at: number, cells: readonly string[]): string {
  const text = buffer.slice(at, at + 20).split("\n")[0] ?? "";
  return `Cell ${cells.length} goes on with ${JSON.stringify(text)} after its closing quote.`;
}

function countFeeds(buffer: string, from: number, to: number): number {
  let count = 0;
  for (let at = buffer.indexOf("\n", from); at >= 0 && at < to; at = buffer.indexOf("\n", at + 1)) count += 1;
  return count;
}
