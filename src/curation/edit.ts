import type { Severity } from "../domain/errors.ts";
import type { AuditEntry } from "../loading/audit.ts";
import type { EditableTable } from "./editable-tables.ts";
import type { FieldChange } from "./row-changes.ts";

/** What an editor sends: cells by the names of their fields, as values or as texts; null empties a cell. */
export type EditFields = Readonly<Record<string, unknown>>;

/** One edit of one row. */
export type EditRequest =
  | {
      readonly action: "RECORD" | "CREATE";
      readonly table: EditableTable;
      readonly case: string;
      /** Null: a statement is named after its actor, act and target. */
      readonly slug: string | null;
      readonly fields: EditFields;
    }
  | {
      readonly action: "CORRECT" | "UPDATE" | "RETRACT";
      readonly table: EditableTable;
      /** Id (`case/slug`). */
      readonly id: string;
      /** Version of the row that the editor saw, from `history` or an earlier edit. */
      readonly seen: string;
      /** Cells that change; the others stay. */
      readonly fields: EditFields;
    };

/** Who edits, and why. */
export interface EditContext {
  readonly by: string;
  readonly why: string | null;
  /** A name that the editor gives the edit: sent again under the same one, it is made once. */
  readonly clientKey?: string | null;
  /** The clock. */
  readonly now?: () => Date;
}

/** A rule that an edit breaks, or a warning. */
export interface EditProblem {
  readonly rule: string;
  readonly severity: Severity;
  /** The field of the edited row that is meant; null where it lies elsewhere. */
  readonly field: string | null;
  readonly message: string;
}

/** What an edit did. */
export interface Edit {
  readonly id: string;
  /** ISO time, the same as on the statements that it recorded or took back. */
  readonly at: string;
  readonly by: string;
  readonly action: EditRequest["action"];
  readonly why: string | null;
  /** Id of the record. */
  readonly record: string;
  /** Version of its row now: what the next edit names as seen. */
  readonly version: string;
  /** Id under which the row stays as it was before; null where there was none, and for a retraction. */
  readonly keptAs: string | null;
  readonly changes: readonly FieldChange[];
  readonly warnings: readonly EditProblem[];
}

/** Reads what an edit did from its entry in the audit log. */
export function editOfEntry(entry: AuditEntry): Edit {
  return {
    id: entry.id,
    at: entry.at,
    by: entry.by ?? "",
    action: entry.action as Edit["action"],
    why: entry.why ?? null,
    record: entry.recordId ?? "",
    version: entry.version ?? "",
    keptAs: entry.keptAs ?? null,
    changes: JSON.parse(entry.changes ?? "[]") as FieldChange[],
    warnings: JSON.parse(entry.warnings ?? "[]") as EditProblem[],
  };
}
