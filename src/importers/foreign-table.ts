import { CsvReader, type CsvRow } from "../dataset/csv-reader.ts";
import { isDelimiterNote, notedDelimiter } from "../dataset/delimiter-note.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { CaseSink } from "./case-sink.ts";
import { readText } from "./foreign-text.ts";
import type { Input } from "./inputs.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const MOST_FAULTS = 50;

export interface ForeignTableOptions {
  readonly sink: CaseSink;
  /** Name of the file's encoding, where it is not UTF-8. */
  readonly encoding?: string | undefined;
  /** What separates cells; guessed from the header where it is not given. */
  readonly delimiter?: string | undefined;
}

/** A CSV file with a header line, read in batches of rows. */
export interface ForeignTable {
  readonly file: string;
  /** The column names, without blanks around them. */
  readonly header: readonly string[];
  /** The first rows, to guess from; they come again in `batches`. */
  readonly first: readonly CsvRow[];
  /** Gives the place of a column by its name, letter case apart; -1 where there is none. */
  indexOf(name: string): number;
  /** Streams the rows; broken ones are left out and counted. */
  batches(): AsyncGenerator<readonly CsvRow[]>;
}

/**
 * Opens a CSV file of another maker: any usual delimiter and line end, quoted newlines, empty trailing columns.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when it is empty, no text, or of another encoding, which the message names.
 */
export async function openTable(input: Input, options: ForeignTableOptions): Promise<ForeignTable> {
  const reader = new CsvReader(options.delimiter ?? guessDelimiter(input.sample.text));
  const pieces = readText(input, options.encoding);
  const rows: CsvRow[] = [];
  let isLast = false;
  while (rows.length < 2 && !isLast) {
    const { value, done } = await pieces.next();
    isLast = done === true;
    rows.push(...reader.read(value ?? "", isLast));
    if (isDelimiterNote(rows[0]?.cells ?? [])) rows.shift();
  }
  const [head, ...first] = rows;
  if (!head || head.fault) throw noHeader(input, head);
  const header = head.cells.map((cell) => cell.trim());
  const folded = header.map(fold);
  const counter = new RowCounter(input.name, header.length, options.sink);
  return {
    file: input.name,
    header,
    first,
    indexOf: (name) => folded.indexOf(fold(name)),
    batches: async function* () {
      yield counter.keep(first);
      if (isLast) return;
      for await (const text of pieces) yield counter.keep(reader.read(text));
      yield counter.keep(reader.read("", true));
    },
  };
}

/** Reads the cells of the header line of a sample, for a format to recognise itself. */
export function sampleHeader(text: string): readonly string[] {
  const [first = "", second = ""] = text.replace(/^\ufeff/, "").split(/\r?\n/, 2);
  const line = notedDelimiter(text) === null ? first : second;
  const [row] = new CsvReader(guessDelimiter(text)).read(line, true);
  return (row?.cells ?? []).map((cell) => fold(cell.trim()));
}

/** Gives a column's cell in a row, without blanks around it; empty where there is none. */
export function cellAt(row: CsvRow, index: number): string {
  return index < 0 ? "" : (row.cells[index]?.trim() ?? "");
}

class RowCounter {
  readonly #file: string;
  readonly #width: number;
  readonly #sink: CaseSink;
  #faults = 0;

  constructor(file: string, width: number, sink: CaseSink) {
    this.#file = file;
    this.#width = width;
    this.#sink = sink;
  }

  keep(rows: readonly CsvRow[]): readonly CsvRow[] {
    return rows.filter((row) => {
      const fault = this.#findFault(row);
      if (fault !== null) this.#sink.leaveOut(fault, { file: this.#file, line: row.line });
      return fault === null && row.cells.some((cell) => cell !== "");
    });
  }

  #findFault({ cells, fault, line }: CsvRow): string | null {
    if (fault !== null) {
      this.#faults += 1;
      if (this.#faults < MOST_FAULTS) return `The line is broken: ${fault}`;
      const message = `${this.#file} is no sound CSV: ${MOST_FAULTS} lines up to line ${line} have broken quotes. ${fault} Mend the quotes, or name the right --delimiter.`;
      throw new DemarcheError("FILE_UNREADABLE", message);
    }
    if (cells.length <= this.#width || cells.slice(this.#width).every((cell) => cell.trim() === ""))
      return null;
    return "The line is broken: it has more cells than the header.";
  }
}

function guessDelimiter(text: string): string {
  const noted = notedDelimiter(text);
  if (noted !== null) return noted;
  const line = text.split(/[\r\n]/, 1)[0] ?? "";
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ");
}

function noHeader(input: Input, head: CsvRow | undefined): DemarcheError {
  const why = head?.fault ? `its first line is broken. ${head.fault}` : "it has no line with text.";
  return new DemarcheError("FILE_UNREADABLE", `${input.name} cannot be read as a table: ${why}`);
}
