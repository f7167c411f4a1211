import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { AuditAction, AuditEntry } from "../loading/audit.ts";
import type { FieldChange } from "./row-changes.ts";

/** An entry of the audit log as it is shown. */
export interface LoggedChange {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  /** Null where nobody was named. */
  readonly by: string | null;
  readonly action: AuditAction;
  /** Slug. */
  readonly case: string;
  /** Id of the record that was edited; null where it was the whole case. */
  readonly record: string | null;
  readonly why: string | null;
  readonly changes: readonly FieldChange[];
}

export interface AuditLogInput {
  /** Slug; all cases if absent. */
  readonly case?: string | null;
  /** ISO time; only what came before it. */
  readonly before?: string | null;
  /** 1 to 1000; 100 if absent. */
  readonly first?: number | null;
}

/**
 * Lists what changed data, newest first.
 *
 * @throws {DemarcheError} `BAD_INPUT` where `first` is out of range.
 */
export async function fetchAuditLog(database: Database, input: AuditLogInput = {}): Promise<LoggedChange[]> {
  const limit = input.first ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new DemarcheError("BAD_INPUT", `"first" cannot be ${limit}: give a number from 1 to 1000.`);
  const rows = await database.read<{ entry: AuditEntry }>("curation/audit-log", {
    case: input.case ?? null,
    before: input.before ?? null,
    limit,
  });
  return rows.map(({ entry }) => ({
    id: entry.id,
    at: entry.at,
    by: entry.by ?? null,
    action: entry.action,
    case: entry.caseId,
    record: entry.recordId ?? null,
    why: entry.why ?? null,
    changes: JSON.parse(entry.changes ?? "[]") as FieldChange[],
  }));
}
