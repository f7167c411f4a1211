import { readdir } from "node:fs/promises";
import type { Database } from "../database/database.ts";
import { formatHeader, rowFormatter } from "../dataset/format-row.ts";
import { openDatasetWriter } from "../dataset/write-dataset.ts";
import { DemarcheError } from "../domain/errors.ts";
import { type RecordOf, TABLE_NAMES, type TableName } from "../domain/tables.ts";
import { writeLocked } from "../loading/write-lock.ts";
import { openStoredCase, type StoredCase } from "./stored-case.ts";

/** Formats of a case as its coders wrote it; the formats of networks are in `src/exporters`. */
export const PACKAGE_FORMATS = ["datapackage", "statements.csv", "jsonl"] as const;

export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

/** What was written. */
export interface ExportReport {
  readonly caseSlug: string;
  readonly format: PackageFormat;
  /** Rows by table; tables without rows are left out. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
}

export type ExportTarget =
  | {
      readonly format: "datapackage";
      /** Folder to make. */
      readonly out: string;
      /** Whether a folder that is not empty may be written to. */
      readonly overwrite?: boolean;
    }
  | {
      readonly format: "statements.csv" | "jsonl";
      /** Takes pieces of text; resolves when it wants more. */
      readonly write: (text: string) => Promise<void>;
    };

/**
 * Writes a case out of the database as its coders wrote it, history included: while the lock is held, so that no load or
 * edit of Demarche comes between, and with one page of statements in memory.
 *
 * `datapackage` is a folder that loads to the same graph, property by property, and always has the same bytes for the same
 * graph. Retracted statements are rows `slug~1`, `slug~2` … with `recorded_at` and `retracted_at`; what corrects what
 * follows from these numbers. `statements.csv` is that one table; `jsonl` has a line `{table, row}` for every row.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE`, `FILE_UNREADABLE` when the folder is not empty or cannot be written to,
 * `CONFLICT` while a large load of the case goes on.
 */
export async function exportCase(
  database: Database,
  caseSlug: string,
  target: ExportTarget,
): Promise<ExportReport> {
  if (target.format === "datapackage") await checkFolder(target);
  let isStarted = false;
  const counts = await writeLocked(database, caseSlug, async (transaction) => {
    if (isStarted && target.format !== "datapackage") throw interrupted();
    const stored = await openStoredCase((query, parameters) => transaction.run(query, parameters), caseSlug);
    isStarted = true;
    return target.format === "datapackage"
      ? await writeFolder(stored, target.out)
      : await writeText(stored, target);
  });
  return { caseSlug, format: target.format, counts };
}

type Counts = Partial<Record<TableName, number>>;

async function checkFolder({ out, overwrite }: Extract<ExportTarget, { out: string }>): Promise<void> {
  const names = await readdir(out).catch(() => []);
  if (names.length === 0 || overwrite) return;
  const message = `The folder ${out} is there already and not empty: name another one, or say --overwrite.`;
  throw new DemarcheError("FILE_UNREADABLE", message);
}

// What was printed cannot be taken back, so the driver must not try again from the start.
function interrupted(): DemarcheError {
  return new DemarcheError(
    "DATABASE_UNAVAILABLE",
    "Neo4j stopped answering in the middle; what was written is not whole. Try again.",
  );
}

/** Writes a case as a folder. */
export async function writeFolder(stored: StoredCase, folder: string): Promise<Counts> {
  const writer = await openDatasetWriter(folder, stored.settings);
  const counts: Counts = {};
  try {
    for await (const { table, record } of stored.rows()) {
      const waiting = writer.write(table, record as RecordOf<typeof table>);
      if (waiting) await waiting;
      count(counts, table);
    }
    await writer.close();
  } catch (error) {
    await writer.abort();
    throw error;
  }
  return inOrder(counts);
}

async function writeText(
  stored: StoredCase,
  { format, write }: Extract<ExportTarget, { write: unknown }>,
): Promise<Counts> {
  const formatRow = rowFormatter("statements");
  const counts: Counts = {};
  let piece = format === "jsonl" ? "" : `${formatHeader("statements")}\n`;
  for await (const row of stored.rows()) {
    if (format === "jsonl") piece += `${JSON.stringify({ table: row.table, row: row.record })}\n`;
    else if (row.table === "statements") piece += `${formatRow(row.record)}\n`;
    else continue;
    count(counts, row.table);
    if (piece.length < PIECE_LENGTH) continue;
    await write(piece);
    piece = "";
  }
  await write(piece);
  return inOrder(counts);
}

const PIECE_LENGTH = 1 << 16;

function count(counts: Counts, table: TableName): void {
  counts[table] = (counts[table] ?? 0) + 1;
}

function inOrder(counts: Counts): Counts {
  return Object.fromEntries(
    TABLE_NAMES.flatMap((table) => (counts[table] === undefined ? [] : [[table, counts[table]]])),
  );
}
