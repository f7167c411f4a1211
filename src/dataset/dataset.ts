import { type RecordOf, TABLE_NAMES, type TableName } from "../domain/tables.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

export type Tables = { readonly [T in TableName]: readonly RecordOf<T>[] };

/** A case as the code holds it: every row of every table, and where each was read. */
export interface Dataset {
  readonly settings: Settings;
  readonly tables: Tables;
  /** Line of each row in its file; empty where the rows were not read from files. */
  readonly lines: { readonly [T in TableName]?: readonly number[] };
}

/** Makes a dataset of some tables; those not given are empty. */
export function makeDataset(tables: Partial<Tables>, settings: Partial<Settings> = {}): Dataset {
  const empty = Object.fromEntries(TABLE_NAMES.map((name) => [name, []])) as unknown as Tables;
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, tables: { ...empty, ...tables }, lines: {} };
}

/** Gives the line of a row in its file, from 1 (the header); null where it was not read from a file. */
export function lineOf(dataset: Dataset, table: TableName, index: number): number | null {
  return dataset.lines[table]?.[index] ?? null;
}
