import type { Problem } from "../domain/errors.ts";
import { TABLE_NAMES, type TableName } from "../domain/tables.ts";
import type { Dataset, Tables } from "./dataset.ts";
import { Reporter } from "./reporter.ts";
import { type WalkOptions, walkCase } from "./walk-case.ts";

/**
 * Reads a case folder into memory and checks it.
 *
 * @returns All problems in order of file, line and column; the dataset unless one of them is an error.
 * @throws {DemarcheError} `FILE_UNREADABLE` when there is no such folder or it may not be read.
 */
export async function readDataset(
  folder: string,
  options: Omit<WalkOptions, "onRows"> = {},
): Promise<{ dataset: Dataset | null; problems: Problem[] }> {
  const tables = emptyLists<unknown>();
  const lines = emptyLists<number>();
  const reporter = new Reporter();
  const settings = await walkCase(folder, reporter, {
    ...options,
    onRows: (rows) => {
      for (const { table, record, line } of rows) {
        tables[table].push(record);
        lines[table].push(line ?? 0);
      }
    },
  });
  const dataset = reporter.hasErrors ? null : { settings, tables: tables as unknown as Tables, lines };
  return { dataset, problems: reporter.list() };
}

function emptyLists<V>(): Record<TableName, V[]> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as V[]])) as Record<TableName, V[]>;
}
