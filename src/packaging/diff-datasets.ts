import type { Tables } from "../dataset/dataset.ts";
import { propertyName, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";

type Cell = string | number | boolean | null | readonly string[];

export interface CellChange {
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}

export interface RowDifference {
  readonly table: TableName;
  /** The row's slug; for tables whose rows have none, the cells that tell it apart, joined by spaces. */
  readonly row: string;
  readonly kind: "ADDED" | "REMOVED" | "CHANGED";
  /** The cells that differ, for CHANGED; else empty. */
  readonly changes: readonly CellChange[];
}

/** Cells that tell the rows of a table apart where they have no slug; what is left may change. */
const KEYS: Partial<Record<TableName, readonly string[]>> = {
  representations: ["actor", "relation", "of", "role", "from", "to", "meeting"],
  provisions: ["proposal", "demand", "item", "role", "by"],
  links: ["from", "relation", "to", "kind"],
  findings: ["statement", "source", "locator"],
  same_as: ["actor", "same_as"],
  former_ids: ["former"],
};

/**
 * Compares two codings of a case row by row and cell by cell.
 *
 * The order of rows and the order within lists of references do not count. Nothing differs exactly when the list is empty.
 *
 * @returns Differences in the order of the tables, then of the rows' names.
 */
export function diffDatasets(before: Tables, after: Tables): RowDifference[] {
  return TABLE_NAMES.flatMap((table) =>
    diffTable(table, keyRows(table, before[table]), keyRows(table, after[table])),
  );
}

type RowCells = Readonly<Record<string, Cell>>;

function keyRows(table: TableName, rows: readonly unknown[]): Map<string, RowCells> {
  const keyed = new Map<string, RowCells>();
  for (const row of rows as readonly RowCells[]) {
    let key = keyOf(table, row);
    // equal twice: the second is a row of its own
    for (let copy = 2; keyed.has(key); copy += 1) key = `${keyOf(table, row)} (${copy})`;
    keyed.set(key, row);
  }
  return keyed;
}

function keyOf(table: TableName, row: RowCells): string {
  const columns = KEYS[table] ?? ["slug"];
  return columns
    .map((column) => row[propertyName(column)] ?? "")
    .filter((cell) => cell !== "")
    .join(" ");
}

function diffTable(
  table: TableName,
  before: Map<string, RowCells>,
  after: Map<string, RowCells>,
): RowDifference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((row): RowDifference[] => {
    const old = before.get(row);
    const now = after.get(row);
    if (!old) return [{ table, row, kind: "ADDED", changes: [] }];
    if (!now) return [{ table, row, kind: "REMOVED", changes: [] }];
    const changes = diffRow(table, old, now);
    return changes.length === 0 ? [] : [{ table, row, kind: "CHANGED", changes }];
  });
}

function diffRow(table: TableName, before: RowCells, after: RowCells): CellChange[] {
  return TABLES[table].columns.flatMap(({ name, type }) => {
    const old = before[propertyName(name)] ?? null;
    const now = after[propertyName(name)] ?? null;
    const isOrdered = type !== "references";
    return isSame(old, now, isOrdered) ? [] : [{ column: name, before: old, after: now }];
  });
}

function isSame(left: Cell, right: Cell, isOrdered: boolean): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  const order = (list: readonly string[]) => (isOrdered ? list : [...list].sort());
  return JSON.stringify(order(left)) === JSON.stringify(order(right));
}
