import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { DemarcheError } from "../domain/errors.ts";
import { type RecordOf, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";
import { formatDescriptor } from "./datapackage.ts";
import type { Dataset } from "./dataset.ts";
import { formatHeader, rowFormatter } from "./format-row.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/**
 * Writes a dataset as a case folder in canonical form: all columns in their order, rows in theirs, LF, quotes only where
 * needed. The same dataset always gives the same bytes.
 *
 * Table files of the folder that the dataset has no rows for are removed; other files stay.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when the folder cannot be written to, `NO_SPACE` when the disk is full.
 */
export async function writeDataset(folder: string, dataset: Dataset): Promise<void> {
  const writer = await openDatasetWriter(folder, dataset.settings);
  for (const table of TABLE_NAMES) await writeRows(writer, table, dataset);
  await writer.close();
}

async function writeRows<T extends TableName>(
  writer: DatasetWriter,
  table: T,
  { tables }: Dataset,
): Promise<void> {
  const rows: readonly RecordOf<T>[] = tables[table];
  for (const record of rows) {
    const waiting = writer.write(table, record);
    if (waiting) await waiting;
  }
}

/** Takes the rows of a case one by one and writes them as they come, in bounded memory. */
export interface DatasetWriter {
  /** Takes a row; where it gives a promise, wait for it before the next one. */
  write<T extends TableName>(table: T, record: RecordOf<T>): Promise<void> | null;
  /** Puts the finished files in place, all at once, with their descriptor. */
  close(): Promise<void>;
  /** Gives up: what was written is removed, the folder is as before. */
  abort(): Promise<void>;
}

const PIECE_LENGTH = 1 << 17;
const UNFINISHED = ".part";

/**
 * Opens a case folder for writing in canonical form, as `writeDataset` does; it is made where there is none.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` when the folder cannot be made.
 */
export async function openDatasetWriter(
  folder: string,
  settings: Partial<Settings> = {},
): Promise<DatasetWriter> {
  await attempt(folder, () => mkdir(folder, { recursive: true }));
  return new FolderWriter(folder, { ...DEFAULT_SETTINGS, ...settings });
}

class FolderWriter implements DatasetWriter {
  readonly #folder: string;
  readonly #settings: Settings;
  readonly #files = new Map<TableName, TableFile>();
  #caseRecord: RecordOf<"case"> | null = null;

  constructor(folder: string, settings: Settings) {
    this.#folder = folder;
    this.#settings = settings;
  }

  write<T extends TableName>(table: T, record: RecordOf<T>): Promise<void> | null {
    if (table === "case") this.#caseRecord ??= record as unknown as RecordOf<"case">;
    return this.#fileOf(table).write(record);
  }

  async close(): Promise<void> {
    for (const table of TABLE_NAMES) if (TABLES[table].required) this.#fileOf(table);
    await attempt(this.#folder, async () => {
      for (const file of this.#files.values()) await file.end();
      for (const table of TABLE_NAMES) {
        const path = join(this.#folder, TABLES[table].file);
        if (this.#files.has(table)) await rename(path + UNFINISHED, path);
        else await rm(path, { force: true });
      }
      await writeFile(join(this.#folder, "datapackage.json"), this.#describe());
    });
  }

  async abort(): Promise<void> {
    for (const [table, file] of this.#files) {
      await file.abort();
      await rm(join(this.#folder, TABLES[table].file + UNFINISHED), { force: true });
    }
  }

  #fileOf<T extends TableName>(table: T): TableFile {
    const known = this.#files.get(table);
    if (known) return known;
    const file = new TableFile(join(this.#folder, TABLES[table].file + UNFINISHED), table);
    this.#files.set(table, file);
    return file;
  }

  #describe(): string {
    const columns = Object.fromEntries(
      [...this.#files.keys()].map((table) => [table, TABLES[table].columns.map(({ name }) => name)]),
    );
    return formatDescriptor({ settings: this.#settings, caseRecord: this.#caseRecord, columns });
  }
}

class TableFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  readonly #format: (record: never) => string;
  #piece: string;
  #failure: unknown = null;

  constructor(path: string, table: TableName) {
    this.#path = path;
    this.#format = rowFormatter(table);
    this.#piece = `${formatHeader(table)}\n`;
    this.#stream = createWriteStream(path);
    this.#stream.on("error", (error) => {
      this.#failure = error;
    });
  }

  write(record: unknown): Promise<void> | null {
    this.#piece += `${this.#format(record as never)}\n`;
    return this.#piece.length < PIECE_LENGTH ? null : this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async abort(): Promise<void> {
    this.#stream.destroy();
    await finished(this.#stream).catch(() => {});
  }

  #flush(): Promise<void> {
    const piece = this.#piece;
    this.#piece = "";
    return attempt(
      this.#path,
      () =>
        new Promise<void>((resolve, reject) => {
          if (this.#failure) reject(this.#failure);
          else this.#stream.write(piece, (error) => (error ? reject(error) : resolve()));
        }),
    );
  }
}

async function attempt<V>(path: string, work: () => Promise<V>): Promise<V> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC")
      throw new DemarcheError("NO_SPACE", `The disk is full: ${path} was not written.`, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError("FILE_UNREADABLE", `${path} cannot be written: ${reason}.`, { cause: error });
  }
}
