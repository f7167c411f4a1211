import type { TableName } from "../domain/tables.ts";

/** Rows of one sort: how many, and which; of more than a thousand only the first are named. */
export interface Listed {
  readonly count: number;
  /** Ids of nodes; rows that are relations as `from -[TYPE]-> to`. */
  readonly ids: readonly string[];
}

export interface TableChanges {
  readonly added: Listed;
  readonly changed: Listed;
  readonly removed: Listed;
}

/** What a load did, or would do. */
export interface LoadReport {
  readonly caseSlug: string;
  readonly outcome: "ADDED" | "CHANGED" | "UNCHANGED";
  readonly isDryRun: boolean;
  /** Only tables in which something differs. */
  readonly tables: Readonly<Partial<Record<TableName, TableChanges>>>;
  /** Ids under which what was changed or removed stays as retracted. */
  readonly retracted: Listed;
  /** Ids of records that stay as they were edited in the database, though the folder has them as they were before. */
  readonly keptEdits: Listed;
  /** Rows written to the graph, and removed from it: nodes and relations. */
  readonly writtenRowCount: number;
  readonly removedRowCount: number;
  readonly durationMs: number;
}

/** How many rows of one sort a report names. */
export const NAMED_LIMIT = 1000;

/** Names the first thousand of some ids and counts them all. */
export function listed(ids: readonly string[]): Listed {
  return { count: ids.length, ids: ids.slice(0, NAMED_LIMIT) };
}

/** Gives the list that names nothing. */
export const NONE: Listed = { count: 0, ids: [] };
