import type { Dataset, Tables } from "../dataset/dataset.ts";
import type { Settings } from "../dataset/settings.ts";
import { type CellChange, diffDatasets, type RowDifference } from "./diff-datasets.ts";

/** A difference of two cases: of a row, or of a setting in `datapackage.json`. */
export type CaseDifference = Omit<RowDifference, "table"> & {
  readonly table: RowDifference["table"] | "settings";
};

/** A case that is compared, and whether it was read from a folder. */
export interface ComparedCase {
  readonly dataset: Pick<Dataset, "settings" | "tables">;
  readonly isFolder: boolean;
}

/**
 * Compares two cases, folders or stored ones, row by row, cell by cell and setting by setting.
 *
 * A folder need not say when a statement was recorded; the database always does. Where a folder says nothing, that is no
 * difference from the database.
 *
 * @returns Settings first, then rows in the order of the tables; empty exactly when nothing differs.
 */
export function diffCases(before: ComparedCase, after: ComparedCase): CaseDifference[] {
  const left = withoutGivenTimes(before, after);
  const right = withoutGivenTimes(after, before);
  return [...diffSettings(before.dataset.settings, after.dataset.settings), ...diffDatasets(left, right)];
}

function withoutGivenTimes(one: ComparedCase, other: ComparedCase): Tables {
  const { tables } = one.dataset;
  if (one.isFolder || !other.isFolder) return tables;
  const silent = new Set(
    other.dataset.tables.statements.flatMap(({ slug, recordedAt }) => (recordedAt === null ? [slug] : [])),
  );
  const statements = tables.statements.map((row) =>
    silent.has(row.slug) ? { ...row, recordedAt: null } : row,
  );
  return { ...tables, statements };
}

function diffSettings(before: Settings, after: Settings): CaseDifference[] {
  const left = flatten(before);
  const right = flatten(after);
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return names.flatMap((name): CaseDifference[] => {
    const change: CellChange = {
      column: name,
      before: left.get(name) ?? null,
      after: right.get(name) ?? null,
    };
    if (change.before === change.after) return [];
    return [{ table: "settings", row: "datapackage.json", kind: "CHANGED", changes: [change] }];
  });
}

function flatten({ documentWords, ...others }: Settings): Map<string, string | number> {
  const words = Object.entries(documentWords).map(
    ([source, count]) => [`documentWords.${source}`, count] as const,
  );
  return new Map([...Object.entries(others), ...words]);
}
