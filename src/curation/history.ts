import type { Database, Row } from "../database/database.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { recordsFromGraph } from "../dataset/records-from-graph.ts";
import { rowVersion } from "../dataset/row-version.ts";
import { parseVersion } from "../dataset/versions.ts";
import { DemarcheError } from "../domain/errors.ts";
import { makeId, parseId } from "../domain/ids.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import type { AuditAction, AuditEntry } from "../loading/audit.ts";
import { EDITABLE_TABLES, type EditableTable, kindOfTable } from "./editable-tables.ts";
import { type FieldChange, type FieldValue, rowChanges, rowValues } from "./row-changes.ts";
import type { StoredRow } from "./stored-tables.ts";

/** When, by whom and why a version began or ended; what is not known is null. */
export interface Moment {
  /** ISO time; null for a record that was loaded, and for one that stands. */
  readonly at: string | null;
  readonly by: string | null;
  readonly why: string | null;
  /** What was done; null where the log does not tell. */
  readonly action: AuditAction | null;
}

/** One version of a record. */
export interface RecordVersion {
  /** Id of this version: the record's own for the last one, `case/slug~1` … for earlier ones. */
  readonly id: string;
  /** What an edit of it names as seen. */
  readonly version: string;
  readonly recorded: Moment;
  /** All null while the version stands. */
  readonly ended: Moment;
  readonly fields: readonly FieldValue[];
  /** Against the version before; for the first one all that it holds. */
  readonly changes: readonly FieldChange[];
}

/** All versions of a record. */
export interface History {
  readonly id: string;
  readonly kind: NodeKind;
  /** Whether it stands: a statement that was retracted does not. */
  readonly stands: boolean;
  /** Version to name as seen in the next edit; null where it stands no more. */
  readonly version: string | null;
  /** Newest first. */
  readonly versions: readonly RecordVersion[];
}

/**
 * Tells what became of a statement or record: its versions, with who made and who ended each, when, why, and what changed.
 *
 * @param id - Id (`case/slug`) or former id of the record, or the id of one of its versions.
 * @throws {DemarcheError} `NOT_FOUND` where there neither is nor was such a record.
 */
export async function fetchHistory(database: Database, id: string): Promise<History> {
  const recordId = await nameNow(database, id);
  const { caseSlug, slug } = parseId(recordId);
  const nodes = await database.read<VersionRow>("curation/versions-of-record", { id: recordId });
  const { table, rows } = tableOfVersions(nodes, slug);
  if (table === null) throw notFound(id);
  const log = await database.read<{ entry: AuditEntry }>("curation/audit-entries-of-record", {
    case: caseSlug,
    record: recordId,
  });
  const versions = describeVersions(rows, {
    slug,
    caseSlug: caseSlug ?? "",
    log: log.map(({ entry }) => entry),
  });
  const [last] = versions;
  const stands = last !== undefined && last.id === recordId && last.ended.at === null;
  return {
    id: recordId,
    kind: kindOfTable(table),
    stands,
    version: stands ? last.version : null,
    versions,
  };
}

/** The id that a record has now; where it is gone, the one that it had last. */
async function nameNow(database: Database, id: string): Promise<string> {
  const { caseSlug, slug } = parseId(id);
  const recordId = makeId(caseSlug ?? "", parseVersion(slug)?.base ?? slug);
  const [row] = await database.read<{ id: string }>("analytics/records-by-id", { ids: [recordId] });
  return row?.id ?? recordId;
}

interface VersionRow extends Row, NodeRow {
  readonly relations: readonly RelationRow[];
}

/** The versions of a slug as rows of their table, oldest first. */
function tableOfVersions(
  nodes: readonly VersionRow[],
  slug: string,
): { table: EditableTable | null; rows: readonly StoredRow[] } {
  const tables = recordsFromGraph({ nodes, relations: nodes.flatMap(({ relations }) => relations) });
  for (const table of EDITABLE_TABLES) {
    const rows = (tables[table] as readonly unknown[] as readonly StoredRow[]).filter(
      (row) => row.slug === slug || parseVersion(row.slug)?.base === slug,
    );
    if (rows.length > 0) return { table, rows: rows.sort((left, right) => rankOf(left) - rankOf(right)) };
  }
  return { table: null, rows: [] };
}

function rankOf({ slug }: StoredRow): number {
  return parseVersion(slug)?.number ?? Infinity;
}

interface Log {
  readonly slug: string;
  readonly caseSlug: string;
  readonly log: readonly AuditEntry[];
}

function describeVersions(rows: readonly StoredRow[], context: Log): RecordVersion[] {
  return rows
    .map((row, index) => {
      const earlier = rows[index - 1] ?? null;
      return {
        id: makeId(context.caseSlug, row.slug),
        version: rowVersion(row),
        recorded: beginOf(row, earlier, context),
        ended: endOf(row, context),
        fields: rowValues(row),
        changes: rowChanges(earlier, row),
      };
    })
    .reverse();
}

function beginOf(row: StoredRow, earlier: StoredRow | null, { caseSlug, log }: Log): Moment {
  const at = timeOf(row.recordedAt);
  const entry =
    earlier === null
      ? log.find(({ action }) => action === "RECORD" || action === "CREATE")
      : log.find(({ keptAs }) => keptAs === makeId(caseSlug, earlier.slug));
  return momentOf(entry ?? loadAt(log, at), at);
}

function endOf(row: StoredRow, { slug, caseSlug, log }: Log): Moment {
  const at = timeOf(row.retractedAt);
  const edit =
    row.slug === slug
      ? log.findLast(({ action }) => action === "RETRACT")
      : log.find(({ keptAs }) => keptAs === makeId(caseSlug, row.slug));
  if (row.slug === slug && at === null) return NOT_YET;
  return momentOf(edit ?? loadAt(log, at), at);
}

const NOT_YET: Moment = { at: null, by: null, why: null, action: null };

function timeOf(time: unknown): string | null {
  return typeof time === "string" ? time : null;
}

/** Loads write the time at which they began on what they record and take back. */
function loadAt(log: readonly AuditEntry[], at: string | null): AuditEntry | undefined {
  return log.find((entry) => entry.recordId === undefined && entry.at === at);
}

function momentOf(entry: AuditEntry | undefined, at: string | null): Moment {
  if (entry === undefined) return { ...NOT_YET, at };
  return { at: at ?? entry.at, by: entry.by ?? null, why: entry.why ?? null, action: entry.action };
}

function notFound(id: string): DemarcheError {
  return new DemarcheError(
    "NOT_FOUND",
    `There is nothing "${id}" that has a history: give the id, case/slug; search finds it.`,
  );
}
