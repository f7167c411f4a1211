import type { Database, Parameters as QueryParameters, Row, Transaction } from "../database/database.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { GraphRows } from "../dataset/graph-rows.ts";
import type { Progress } from "../dataset/walk-case.ts";
import type { RecordOf } from "../domain/tables.ts";
import { applyPlan } from "./apply-plan.ts";
import { type AuditAction, appendAudit } from "./audit.ts";
import { type CaseSource, surveyCase } from "./case-source.ts";
import { describeFresh } from "./describe-fresh.ts";
import { countRows, freshState, notesOf } from "./fresh-state.ts";
import { fetchEditedRows, type KeptEdits, keepEdits } from "./keep-edits.ts";
import { type LoadReport, listed, NONE } from "./load-report.ts";
import { type LoadPlan, planLoad } from "./plan-load.ts";
import { prepareSchema } from "./prepare-schema.ts";
import { fetchStoredGraph } from "./read-stored.ts";
import { recoverLoads } from "./recover-loads.ts";
import { loadStaged, type StagedOptions } from "./staged-load.ts";
import { writeLocked } from "./write-lock.ts";

/** How far a load has come. */
export type LoadProgress =
  | ({ readonly step: "READING" } & Progress)
  /** Rows of the folder, or nodes and relations where only what differs is written. */
  | { readonly step: "WRITING"; readonly done: number; readonly total: number }
  /** The new state comes into sight, node by node. */
  | { readonly step: "REVEALING"; readonly done: number; readonly total: number };

export interface LoadOptions {
  /** Works out and reports all, writes nothing. */
  readonly dryRun?: boolean;
  /** Puts the case in the place of the stored one as it is: nothing of what was stored is kept as history. */
  readonly isReplacement?: boolean;
  /** Lets the folder win over edits made in the database, which stay as history only. */
  readonly discardEdits?: boolean;
  /** Who loads, for the audit log. */
  readonly by?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
  /** The clock. */
  readonly now?: () => Date;
  /** Limits beyond which a load works in several transactions; for tests, the real ones fit a server with 512 MB. */
  readonly limits?: Partial<LoadLimits>;
}

export interface LoadLimits {
  /** Nodes and relations written in one transaction. */
  readonly rowsAtOnce: number;
  /** Statements held in memory. */
  readonly heldStatements: number;
  readonly batchRows: number;
  readonly revealedAtOnce: number;
}

const ROWS_AT_ONCE = 60_000;
/** A statement with its usual relations, for an estimate before anything is read twice. */
const ROWS_PER_STATEMENT = 6;

/**
 * Loads a case folder, or a dataset in memory: all or nothing, and only what differs from what is stored.
 *
 * @throws {DemarcheError} `INVALID_DATASET` with all problems in `details.problems`, `FILE_UNREADABLE`, or `CONFLICT`
 * while another large load goes on, or where the folder changes what was edited in the database.
 */
export async function loadDataset(
  database: Database,
  source: string | Dataset,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const start = Date.now();
  if (!options.dryRun) {
    await prepareSchema(database);
    await recoverLoads(database);
  }
  const found = await surveyCase(source, surveyOptions(options));
  const stored = await fetchCase(database, found.caseSlug);
  const report =
    stored?.fingerprint === found.fingerprint && !options.isReplacement && !options.discardEdits
      ? unchanged(found, options)
      : await loadSurveyed(database, found, { options, stored });
  return { ...report, durationMs: Date.now() - start };
}

interface StoredCase extends Record<string, unknown> {
  readonly fingerprint: string | null;
  readonly recordCount: number;
}

interface Surroundings {
  readonly options: LoadOptions;
  readonly stored: StoredCase | null;
}

function surveyOptions({ onProgress, signal, limits }: LoadOptions) {
  return {
    ...(onProgress
      ? { onProgress: (progress: Progress) => onProgress({ step: "READING", ...progress }) }
      : {}),
    ...(signal ? { signal } : {}),
    ...(limits?.heldStatements === undefined ? {} : { heldStatements: limits.heldStatements }),
  };
}

async function fetchCase(database: Database, caseSlug: string): Promise<StoredCase | null> {
  const [row] = await database.read<StoredCase>("load/read-case", { case: caseSlug });
  return row ?? null;
}

function unchanged({ caseSlug }: CaseSource, { dryRun }: LoadOptions): LoadReport {
  return {
    caseSlug,
    outcome: "UNCHANGED",
    isDryRun: dryRun ?? false,
    tables: {},
    retracted: NONE,
    keptEdits: NONE,
    writtenRowCount: 0,
    removedRowCount: 0,
    durationMs: 0,
  };
}

async function loadSurveyed(
  database: Database,
  source: CaseSource,
  { options, stored }: Surroundings,
): Promise<LoadReport> {
  const isFresh = options.isReplacement || (stored === null && isLarge(source, options));
  if (isFresh) return await loadFresh(database, source, options);
  return await loadChanges(database, await holdStatements(source), { options, stored });
}

function isLarge(source: CaseSource, { limits }: LoadOptions): boolean {
  if (source.isStreamed) return true;
  return countRows(source) * ROWS_PER_STATEMENT > (limits?.rowsAtOnce ?? ROWS_AT_ONCE);
}

/** A change of a stored case is worked out in memory. */
async function holdStatements(source: CaseSource): Promise<CaseSource> {
  if (!source.isStreamed) return source;
  const statements: RecordOf<"statements">[] = [];
  for await (const statement of source.statements()) statements.push(statement);
  return { ...source, isStreamed: false, tables: { ...source.tables, statements } };
}

/** Loads a large case that is not there yet, row by row. */
async function loadFresh(database: Database, source: CaseSource, options: LoadOptions): Promise<LoadReport> {
  const { caseSlug } = source;
  const report = {
    ...unchanged(source, options),
    outcome: "ADDED" as const,
    tables: await describeFresh(source),
  };
  if (options.dryRun) return report;
  let done = 0;
  const onRow = () => {
    done += 1;
  };
  const onWritten = () => options.onProgress?.({ step: "WRITING", done, total: countRows(source) });
  const audit = auditOf(options, timeOf(options));
  const state = { ...freshState(source, { now: audit.at, onRow }), audit };
  const isStillValid = async (transaction: Transaction) =>
    options.isReplacement === true ||
    (await transaction.run("load/read-case", { case: caseSlug })).length === 0;
  const writtenRowCount = await loadStaged(database, state, {
    ...stagedOptions(options),
    onWritten,
    isStillValid,
  });
  return { ...report, writtenRowCount };
}

function timeOf({ now }: LoadOptions): string {
  return (now?.() ?? new Date()).toISOString().replace(".000Z", "Z");
}

/** What the audit log will say of a load. */
function auditOf({ by, isReplacement }: LoadOptions, at: string) {
  const action: AuditAction = isReplacement ? "RESTORE" : "LOAD";
  return { by: by ?? null, action, at };
}

function stagedOptions({ limits, onProgress }: LoadOptions): StagedOptions {
  return {
    ...(limits?.batchRows === undefined ? {} : { batchRows: limits.batchRows }),
    ...(limits?.revealedAtOnce === undefined ? {} : { revealedAtOnce: limits.revealedAtOnce }),
    ...(onProgress
      ? {
          onRevealed: (done: number, total: number) => onProgress({ step: "REVEALING", done, total }),
        }
      : {}),
  };
}

/** Brings a case to its new state by writing what differs: at once, or, where that is much, by a whole new state. */
async function loadChanges(
  database: Database,
  source: CaseSource,
  { options, stored }: Surroundings,
): Promise<LoadReport> {
  const now = timeOf(options);
  const { plan, kept } = options.dryRun
    ? await planOf((query, parameters) => database.read(query, parameters), source, { options, now })
    : await planAndApply(database, source, { options, now });
  const size = options.dryRun
    ? 0
    : plan.created.nodes.length + plan.created.relations.length + plan.updatedNodes.length;
  const removed = plan.removedNodes.length + plan.removedRelations.length;
  const isUnchanged = stored !== null && Object.keys(plan.tables).length === 0;
  return {
    ...unchanged(source, options),
    outcome: stored === null ? "ADDED" : isUnchanged ? "UNCHANGED" : "CHANGED",
    tables: plan.tables,
    retracted: plan.retracted,
    keptEdits: listed(kept),
    writtenRowCount: size,
    removedRowCount: options.dryRun ? 0 : removed,
  };
}

interface Planned extends Pick<KeptEdits, "kept" | "settled"> {
  readonly plan: LoadPlan;
}

async function planOf(
  run: Parameters<typeof fetchStoredGraph>[0],
  { caseSlug, tables, settings }: CaseSource,
  { options, now }: { readonly options: LoadOptions; readonly now: string },
): Promise<Planned> {
  const stored = await fetchStoredGraph(run, caseSlug);
  const edited = await fetchEditedRows(run, caseSlug);
  if (options.discardEdits) {
    const ids = edited.map(({ id }) => id);
    return { plan: planLoad(stored, tables, now, ids), kept: [], settled: ids };
  }
  const { tables: merged, kept, settled } = keepEdits(edited, { stored, tables, settings });
  return { plan: planLoad(stored, merged, now), kept, settled };
}

async function planAndApply(
  database: Database,
  source: CaseSource,
  { options, now }: { readonly options: LoadOptions; readonly now: string },
): Promise<Planned> {
  const { caseSlug } = source;
  const notes = notesOf(source);
  const audit = auditOf(options, now);
  const { planned, isDone, fingerprint } = await writeLocked(database, caseSlug, async (transaction) => {
    const [noted] = await transaction.run<StoredCase>("load/read-case", { case: caseSlug });
    const run = <R extends Row>(query: string, parameters: QueryParameters) =>
      transaction.run<R>(query, parameters);
    const worked = await planOf(run, source, { options, now });
    const writeCount = countWrites(worked.plan);
    const isFit = writeCount <= (options.limits?.rowsAtOnce ?? ROWS_AT_ONCE);
    if (isFit) {
      await applyPlan(transaction, worked.plan, { caseSlug, notes, ...onWritten(worked.plan, options) });
      await transaction.run("load/remove-edited-rows", { ids: worked.settled });
      if (writeCount > 0) await appendAudit(transaction, { ...audit, caseId: caseSlug });
    }
    return { planned: worked, isDone: isFit, fingerprint: noted?.fingerprint ?? null };
  });
  if (isDone) return planned;
  const { plan } = planned;
  const [caseNode] = plan.final.nodes.filter(({ labels }) => labels.includes("Case"));
  if (!caseNode) throw new Error("no case");
  const isStillValid = async (transaction: Transaction) => {
    const [noted] = await transaction.run<StoredCase>("load/read-case", { case: caseSlug });
    return (noted?.fingerprint ?? null) === fingerprint;
  };
  const state = {
    caseSlug,
    caseNode,
    notes,
    audit,
    pieces: piecesOf(plan.final, options.limits?.batchRows ?? PIECE_ROWS),
  };
  await loadStaged(database, state, { ...stagedOptions(options), ...onWritten(plan, options), isStillValid });
  return planned;
}

const PIECE_ROWS = 5_000;

function* piecesOf({ nodes, relations }: GraphRows, size: number): Generator<GraphRows> {
  for (let at = 0; at < nodes.length; at += size) yield { nodes: nodes.slice(at, at + size), relations: [] };
  for (let at = 0; at < relations.length; at += size)
    yield { nodes: [], relations: relations.slice(at, at + size) };
}

function countWrites({ created, updatedNodes, removedNodes, removedRelations }: LoadPlan): number {
  const changes = updatedNodes.length + removedNodes.length + removedRelations.length;
  return created.nodes.length + created.relations.length + changes;
}

function onWritten(plan: LoadPlan, { onProgress }: LoadOptions) {
  const total = countWrites(plan);
  const onRow = (done: number) => onProgress?.({ step: "WRITING", done, total: Math.max(done, total) });
  return { onWritten: onRow };
}
