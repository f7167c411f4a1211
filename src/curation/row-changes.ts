import { rowContent } from "../dataset/row-version.ts";

/** A cell in two states of a row; what it holds as a list of texts, empty where nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A filled cell of a row. */
export interface FieldValue {
  readonly field: string;
  readonly values: readonly string[];
}

/**
 * Compares two states of a row, cell by cell, in the order of the columns.
 *
 * @param before - Null where there was no such row.
 * @param after - Null where there is none any more.
 */
export function rowChanges(before: object | null, after: object | null): FieldChange[] {
  const [old, next] = [before, after].map((record) => (record === null ? {} : rowContent(record)));
  const names = Object.keys({ ...old, ...next });
  return names
    .map((field) => ({ field, before: textsOf(old?.[field]), after: textsOf(next?.[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Lists the cells of a row that hold something. */
export function rowValues(record: object): FieldValue[] {
  return Object.entries(rowContent(record))
    .map(([field, value]) => ({ field, values: textsOf(value) }))
    .filter(({ values }) => values.length > 0);
}

function textsOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
