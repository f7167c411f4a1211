import type { Database, Transaction } from "../database/database.ts";
import type { Tables } from "../dataset/dataset.ts";
import { readRecord } from "../dataset/read-record.ts";
import { ownerOf, recordsFromGraph } from "../dataset/records-from-graph.ts";
import { rowVersion } from "../dataset/row-version.ts";
import type { AnyRow } from "../dataset/rule.ts";
import { DemarcheError } from "../domain/errors.ts";
import { makeId, parseId } from "../domain/ids.ts";
import { applyPlan } from "../loading/apply-plan.ts";
import { type AuditEntry, appendAudit } from "../loading/audit.ts";
import { editedState } from "../loading/keep-edits.ts";
import { type LoadPlan, planLoad } from "../loading/plan-load.ts";
import { writeLocked } from "../loading/write-lock.ts";
import { checkEdit } from "./check-edit.ts";
import { findMade, type SentEdit, signEdit } from "./client-key.ts";
import { type Edit, type EditContext, type EditProblem, type EditRequest, editOfEntry } from "./edit.ts";
import type { EditableTable } from "./editable-tables.ts";
import { type EditedCells, slugOf, startEdit } from "./edited-cells.ts";
import { keepPlanOf } from "./keep-plan-of.ts";
import { judgedIds, type Nearness, nearnessOf } from "./nearness.ts";
import { rowChanges } from "./row-changes.ts";
import { addNearStatements, fetchStoredTables, type StoredRow, type StoredTables } from "./stored-tables.ts";

/** Who edits, and how much of a case is read. */
export interface RowEditContext extends EditContext {
  /** The most statements of a case that is read as a whole; `MOST_READ_WHOLE` if absent. */
  readonly mostWhole?: number;
}

/**
 * Makes one edit of one row: all or nothing, under the lock, checked by the rules of `validate`, written by the code of
 * the loader. What was there before stays as a retracted statement or a retired record.
 *
 * @throws {DemarcheError} `INVALID_EDIT` with all `problems`, `CONFLICT` where the row is no longer as it was seen, with
 * `changes`, or while a large load of the case goes on; `NOT_FOUND`, `UNKNOWN_CASE`, `BAD_INPUT`.
 */
export async function editRow(
  database: Database,
  request: EditRequest,
  context: RowEditContext,
): Promise<Edit> {
  const sent = signEdit(context, { ...request, why: context.why });
  const caseSlug = caseOf(request);
  return await writeLocked(database, caseSlug, async (transaction) => {
    const made = await findMade(transaction, sent);
    if (made !== null) return editOfEntry(made);
    return await makeEdit(transaction, request, { ...context, caseSlug, sent });
  });
}

interface Surroundings extends RowEditContext {
  readonly caseSlug: string;
  readonly sent: SentEdit;
}

function caseOf(request: EditRequest): string {
  if ("case" in request) return request.case;
  const { caseSlug } = parseId(request.id);
  if (caseSlug !== null) return caseSlug;
  throw new DemarcheError("BAD_INPUT", `"${request.id}" is a slug: give the id, case/slug.`);
}

async function makeEdit(
  transaction: Transaction,
  request: EditRequest,
  context: Surroundings,
): Promise<Edit> {
  const { caseSlug } = context;
  const slug = slugOf(request, caseSlug);
  const read = await fetchStoredTables(transaction, caseSlug, { ...context, slug });
  const cells = startEdit(request, read, caseSlug);
  const now = timeOf(context, cells.before);
  const record = request.action === "RETRACT" ? { ...cells.record, retractedAt: now } : cells.record;
  const { row, problems } = await readRecord(request.table, record);
  const nearness = nearnessOf(statesOf(row as AnyRow, cells), { ...read, caseSlug });
  const id = makeId(caseSlug, cells.slug);
  const stored = await addNearStatements(transaction, read, { id, nearness });
  const next = putRow(stored.tables, row as AnyRow, cells);
  const warnings = checkEdit({ stored, next, row: row as AnyRow, problems, table: request.table });
  const { plan, after } = planEdit(request, { caseSlug, stored, next, now, cells, nearness });
  await write(transaction, plan, { ...context, stored, cells, table: request.table });
  const keptAs = plan.retracted.ids[0] ?? null;
  const entry = makeEntry(request, { ...context, cells, after, warnings, now, keptAs });
  await appendAudit(transaction, entry);
  return editOfEntry(entry);
}

/** The row before the edit, where it was there, and after it. */
function statesOf(row: AnyRow, { before }: EditedCells): AnyRow[] {
  return before === null ? [row] : [{ ...row, record: before } as unknown as AnyRow, row];
}

/** The time of an edit: now, but never before the row that it takes the place of was recorded. */
function timeOf({ now }: EditContext, before: StoredRow | null): string {
  const time = now?.() ?? new Date();
  const recordedAt = Date.parse(String(before?.recordedAt ?? "")) || 0;
  return new Date(Math.max(time.getTime(), recordedAt)).toISOString().replace(/\.?0*Z$/, "Z");
}

function putRow(tables: Tables, { table, record }: AnyRow, { slug, before }: EditedCells): Tables {
  const rows = tables[table] as readonly unknown[] as readonly StoredRow[];
  const put = before === null ? [...rows, record] : rows.map((old) => (old.slug === slug ? record : old));
  return { ...tables, [table]: put };
}

interface Planning extends Pick<Surroundings, "caseSlug"> {
  readonly stored: StoredTables;
  readonly next: Tables;
  readonly now: string;
  readonly cells: EditedCells;
  readonly nearness: Nearness;
}

/** Works out what to write, and the row as the graph will give it back. */
function planEdit(
  { action, table }: EditRequest,
  { stored, next, now, cells, caseSlug, nearness }: Planning,
): { plan: LoadPlan; after: StoredRow } {
  const id = makeId(caseSlug, cells.slug);
  const whole = planLoad(stored.graph, next, now, cells.before === null ? [] : [id]);
  const judged = judgedIds(nearness, { tables: next, caseSlug });
  const plan = stored.isWhole ? whole : keepPlanOf(whole, { id, judged });
  const [after] = recordsFromGraph({
    nodes: plan.final.nodes.filter((node) => node.id === id && !node.labels.includes("FormerId")),
    relations: plan.final.relations.filter((relation) => ownerOf(relation) === id),
  })[table] as readonly unknown[] as readonly StoredRow[];
  if (!after) throw new Error(`no row ${id}`);
  if (action === "RETRACT" || cells.before === null || rowVersion(after) !== rowVersion(cells.before))
    return { plan, after };
  throw new DemarcheError("BAD_INPUT", `What was sent changes nothing of ${id}.`);
}

interface Writing extends Surroundings {
  readonly stored: StoredTables;
  readonly cells: EditedCells;
  readonly table: EditableTable;
}

async function write(
  transaction: Transaction,
  plan: LoadPlan,
  { stored, cells, caseSlug, sent, table }: Writing,
): Promise<void> {
  const notes = { fingerprint: `edited ${sent.id}`, settings: JSON.stringify(stored.settings) };
  await applyPlan(transaction, plan, { caseSlug, notes });
  const base = editedState(cells.before ?? undefined);
  const id = makeId(caseSlug, cells.slug);
  await transaction.run("curation/note-edited-row", { id, case: caseSlug, table, base });
}

function makeEntry(
  { action }: EditRequest,
  made: Omit<Surroundings, "now"> & {
    readonly cells: EditedCells;
    readonly after: object;
    readonly warnings: readonly EditProblem[];
    readonly now: string;
    readonly keptAs: string | null;
  },
): AuditEntry {
  return {
    ...made.sent,
    at: made.now,
    by: made.by,
    action,
    caseId: made.caseSlug,
    why: made.why,
    recordId: makeId(made.caseSlug, made.cells.slug),
    version: rowVersion(made.after),
    keptAs: made.keptAs,
    changes: JSON.stringify(action === "RETRACT" ? [] : rowChanges(made.cells.before, made.after)),
    warnings: JSON.stringify(made.warnings),
  };
}
