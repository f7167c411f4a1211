import { randomUUID } from "node:crypto";
import type { Transaction } from "../database/database.ts";

/** What the audit log tells of: edits of one record, links of actors, and what changes whole cases. */
export const AUDIT_ACTIONS = [
  "RECORD",
  "CORRECT",
  "RETRACT",
  "CREATE",
  "UPDATE",
  "SAME_AS",
  "NOT_SAME_AS",
  "LOAD",
  "UNLOAD",
  "RESTORE",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** An entry of the audit log, as the database holds it. */
export interface AuditEntry {
  readonly id: string;
  /** ISO time, the same as on the statements that it recorded or took back. */
  readonly at: string;
  /** Null where nobody was named. */
  readonly by: string | null;
  readonly action: AuditAction;
  readonly caseId: string;
  readonly why?: string | null;
  /** Id of the record that was edited. */
  readonly recordId?: string;
  /** Version of its row after the edit. */
  readonly version?: string;
  /** Id under which the row stays as it was before. */
  readonly keptAs?: string | null;
  /** JSON of the cells that changed, and of the warnings that were given. */
  readonly changes?: string;
  readonly warnings?: string;
  /** The editor's key for the edit, and a hash of all that was sent under it. */
  readonly key?: string;
  readonly request?: string;
}

/** Appends an entry to the audit log, in the transaction that makes the change. */
export async function appendAudit(
  transaction: Transaction,
  entry: Omit<AuditEntry, "id"> & { readonly id?: string },
): Promise<void> {
  await transaction.run("load/append-audit", { entry: { id: randomUUID(), ...entry } });
}
