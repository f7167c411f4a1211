import type { DatasetWriter } from "../dataset/write-dataset.ts";
import type { RecordOf, TableName } from "../domain/tables.ts";
import { makeRow } from "./make-row.ts";
import { SlugBook } from "./slug-book.ts";
import { type Count, Tally } from "./tally.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Where in a file something was met; `line` is null where the file has no lines. */
export interface Origin {
  readonly file: string;
  readonly line: number | null;
}

/** Takes the rows of an imported case as they come, gives out its slugs, and counts what was not taken. */
export class CaseSink {
  readonly slugs = new SlugBook();
  readonly #writer: DatasetWriter;
  readonly #counts: Partial<Record<TableName, number>> = {};
  readonly #leftOut = new Tally();
  readonly #warnings = new Tally();

  constructor(writer: DatasetWriter) {
    this.#writer = writer;
  }

  /** Writes a row; cells that are not given are empty. Where it gives a promise, wait for it before the next one. */
  write<T extends TableName>(table: T, values: Partial<RecordOf<T>>): Promise<void> | null {
    this.#counts[table] = (this.#counts[table] ?? 0) + 1;
    return this.#writer.write(table, this.#clean(table, makeRow(table, values)));
  }

  /** Counts something that was not taken over. */
  leaveOut(reason: string, { file, line }: Origin): void {
    this.#leftOut.add(reason, file, line);
  }

  /** Counts something that was taken over but should be looked at. */
  warn(message: string, { file, line }: Origin): void {
    this.#warnings.add(message, file, line);
  }

  get counts(): Readonly<Partial<Record<TableName, number>>> {
    return this.#counts;
  }

  get leftOut(): readonly Count[] {
    return this.#leftOut.list();
  }

  get warnings(): readonly Count[] {
    return this.#warnings.list();
  }

  #clean<T extends TableName>(table: T, record: RecordOf<T>): RecordOf<T> {
    const values = record as unknown as Record<string, unknown>;
    for (const property in values) {
      const value = values[property];
      if (typeof value === "string") {
        if (CONTROL.test(value)) values[property] = this.#strip(table, value);
      } else if (Array.isArray(value) && value.some((item: string) => CONTROL.test(item))) {
        values[property] = value.map((item: string) => this.#strip(table, item));
      }
    }
    return record;
  }

  #strip(table: TableName, text: string): string {
    this.warn("Control characters, which no format can carry, were taken out.", { file: table, line: null });
    return text.replace(CONTROLS, "");
  }
}
