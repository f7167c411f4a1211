import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database, Transaction } from "../database/database.ts";
import type { GraphRows, NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { DemarcheError } from "../domain/errors.ts";
import { type CaseNotes, isRecord, splitAside, writeAside } from "./apply-plan.ts";
import type { AuditEntry } from "./audit.ts";
import { GraphWriter, type Run } from "./graph-writer.ts";
import { activeLoads, busy, takeLock, type UnfinishedLoad } from "./write-lock.ts";

/** What the audit log will say of a load. */
export type LoadAudit = Pick<AuditEntry, "at" | "by" | "action">;

/** The whole new state of a case, in pieces. */
export interface StagedState {
  readonly caseSlug: string;
  readonly caseNode: NodeRow;
  readonly notes: CaseNotes;
  readonly audit: LoadAudit;
  readonly pieces: AsyncIterable<GraphRows> | Iterable<GraphRows>;
  /** Tells of which statements relations come in other pieces than their own; of all if absent. */
  readonly isEntangled?: (id: string) => boolean;
}

export interface StagedOptions {
  readonly batchRows?: number;
  /** Nodes that are brought into sight in one transaction; with more, a cut off load is finished by the next start. */
  readonly revealedAtOnce?: number;
  readonly onWritten?: (rowCount: number) => void;
  /** Told after each transaction that brings nodes into sight, how many of all so far; first 0. */
  readonly onRevealed?: (nodeCount: number, total: number) => void;
  /** Says, under the lock, whether the stored case still is as it was when the new state was worked out. */
  readonly isStillValid?: (transaction: Transaction) => Promise<boolean>;
}

/**
 * What one transaction can bring into sight with the memory of the embedded server (512 MB); see docs/data-model.md.
 */
const REVEALED_AT_ONCE = 100_000;
const STEP = 20_000;

/**
 * Puts a new state in the place of a case, in many transactions of which nobody sees any before the last: all is written
 * under labels that no query knows, and then brought into sight.
 *
 * @returns Nodes and relations written.
 * @throws {DemarcheError} `CONFLICT` while another large load goes on.
 */
export async function loadStaged(
  database: Database,
  state: StagedState,
  options: StagedOptions = {},
): Promise<number> {
  const load = await beginLoad(database, state, options);
  try {
    const { nodeCount, rowCount } = await stage(database, load, { state, options });
    const onRevealed = (count: number) => options.onRevealed?.(count, nodeCount);
    onRevealed(0);
    const isSmall = nodeCount <= (options.revealedAtOnce ?? REVEALED_AT_ONCE);
    await (isSmall
      ? revealAtOnce(database, load)
      : revealInSteps(database, load, { from: "HIDING", onRevealed }));
    await cleanUp(database, load);
    return rowCount;
  } catch (error) {
    await rollBackIfStaging(database, load);
    throw error;
  } finally {
    activeLoads.delete(load.id);
  }
}

/**
 * Takes a case out of sight and removes it: at once where that fits one transaction; where not, it is sure to be finished
 * from the first one on.
 */
export async function hideInstead(
  database: Database,
  { caseSlug, nodeCount, audit }: { caseSlug: string; nodeCount: number; audit: LoadAudit },
): Promise<void> {
  const load = await beginLoad(database, { caseSlug, audit }, {});
  try {
    if (nodeCount > REVEALED_AT_ONCE) await revealInSteps(database, load, { from: "HIDING" });
    else
      await inState(database, load, "CLEANING", async (transaction) => {
        await hideAll(transaction, load);
        await transaction.run("load/audit-load", { load: load.id });
      });
    await cleanUp(database, load);
  } finally {
    activeLoads.delete(load.id);
  }
}

type LoadName = Pick<UnfinishedLoad, "id" | "caseId">;

async function beginLoad(
  database: Database,
  { caseSlug, audit }: Pick<StagedState, "caseSlug" | "audit">,
  options: StagedOptions,
): Promise<LoadName> {
  const id = randomUUID();
  activeLoads.add(id);
  try {
    await database.write(async (transaction) => {
      const other = await takeLock(transaction);
      if (other) throw busy(other);
      if (options.isStillValid && !(await options.isStillValid(transaction)))
        throw changedMeanwhile(caseSlug);
      const owner = { host: hostname(), pid: process.pid };
      const names = { load: id, case: caseSlug, state: "STAGING" };
      await transaction.run("load/begin-load", { ...names, ...owner, ...audit });
    });
  } catch (error) {
    activeLoads.delete(id);
    throw error;
  }
  return { id, caseId: caseSlug };
}

function changedMeanwhile(caseSlug: string): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `Somebody else changed case "${caseSlug}" while this load was prepared. Nothing was written; try again.`,
  );
}

async function stage(
  database: Database,
  load: LoadName,
  { state, options }: { readonly state: StagedState; readonly options: StagedOptions },
): Promise<{ nodeCount: number; rowCount: number }> {
  const { caseSlug, caseNode, notes } = state;
  const run: Run = (query, parameters) =>
    database.write(async (transaction) => {
      await beat(transaction, load, "STAGING");
      return await transaction.run(query, parameters);
    });
  await run("load/stage-case", { case: caseSlug, properties: caseNode.properties, ...notes });
  const { batchRows, onWritten } = options;
  const writer = new GraphWriter({
    caseSlug,
    isStaged: true,
    run,
    ...(state.isEntangled ? { isEntangled: state.isEntangled } : {}),
    ...(batchRows ? { batchRows } : {}),
    ...(onWritten ? { onWritten } : {}),
  });
  const { nodeCount, aside } = await writePieces(writer, state.pieces);
  await run("load/stage-aside", { rows: aside });
  return { nodeCount, rowCount: writer.writtenCount + aside.length };
}

async function writePieces(writer: GraphWriter, pieces: StagedState["pieces"]) {
  const aside: RelationRow[] = [];
  let nodeCount = 0;
  try {
    for await (const piece of pieces) {
      const nodes = piece.nodes.filter(isRecord);
      const parts = splitAside(piece.relations);
      aside.push(...parts.aside);
      nodeCount += nodes.length;
      await writer.add({ nodes, relations: parts.inline });
    }
    await writer.finish();
  } finally {
    // Nothing may be written after a roll back has begun.
    await writer.settle();
  }
  return { nodeCount, aside };
}

async function beat(transaction: Transaction, load: LoadName, state: UnfinishedLoad["state"]): Promise<void> {
  const [row] = await transaction.run("load/beat-load", { load: load.id, state });
  if (row) return;
  const message = `The load of case "${load.caseId}" was ended from elsewhere. Nothing was changed; try again.`;
  throw new DemarcheError("CONFLICT", message);
}

async function revealAtOnce(database: Database, load: LoadName): Promise<void> {
  await database.write(async (transaction) => {
    await takeLock(transaction);
    await beat(transaction, load, "CLEANING");
    await hideAll(transaction, load);
    await repeat(transaction, "load/reveal-records", {});
    await repeat(transaction, "load/reveal-statements", {});
    await settle(transaction, load);
  });
}

async function hideAll(transaction: Transaction, { caseId }: LoadName): Promise<void> {
  await transaction.run("load/unlink-case", { case: caseId });
  await repeat(transaction, "load/hide-records", { case: caseId });
  await transaction.run("load/hide-case", { case: caseId });
}

async function repeat(
  transaction: Transaction,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  while ((await runStep(transaction, query, parameters)) > 0);
}

async function runStep(
  transaction: Transaction,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<number> {
  const [row] = await transaction.run<{ count: number }>(query, { ...parameters, limit: STEP });
  return row?.count ?? 0;
}

/** The last step: the case itself comes into sight, and what leads out of it. */
async function settle(transaction: Transaction, { id, caseId }: LoadName): Promise<void> {
  const aside = await transaction.run<RelationRow & Record<string, unknown>>("load/take-aside");
  await transaction.run("load/reveal-case", { case: caseId });
  await writeAside(transaction, caseId, aside);
  await transaction.run("load/audit-load", { load: id });
}

/**
 * Brings a large case into sight in several transactions. From the first one on it is sure to be finished, by this
 * process or by the next start; the case itself appears with the last.
 */
export async function revealInSteps(
  database: Database,
  load: LoadName,
  {
    from,
    onRevealed,
  }: { readonly from: "HIDING" | "REVEALING"; readonly onRevealed?: (nodeCount: number) => void },
): Promise<void> {
  let nodeCount = 0;
  const tell = (count: number) => {
    nodeCount += count;
    onRevealed?.(nodeCount);
  };
  if (from === "HIDING") {
    await inState(database, load, "HIDING", async (transaction) => {
      await transaction.run("load/unlink-case", { case: load.caseId });
      await transaction.run("load/hide-case", { case: load.caseId });
    });
    tell(0);
    await repeatInState(database, load, {
      state: "HIDING",
      query: "load/hide-records",
      onDone: () => tell(0),
    });
  }
  await repeatInState(database, load, { state: "REVEALING", query: "load/reveal-records", onDone: tell });
  await repeatInState(database, load, { state: "REVEALING", query: "load/reveal-statements", onDone: tell });
  await inState(database, load, "CLEANING", (transaction) => settle(transaction, load));
  tell(0);
}

async function inState<T>(
  database: Database,
  load: LoadName,
  state: UnfinishedLoad["state"],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await database.write(async (transaction) => {
    await takeLock(transaction);
    await beat(transaction, load, state);
    return await work(transaction);
  });
}

async function repeatInState(
  database: Database,
  load: LoadName,
  step: {
    readonly state: UnfinishedLoad["state"];
    readonly query: string;
    readonly onDone?: (count: number) => void;
  },
): Promise<void> {
  const once = () =>
    inState(database, load, step.state, (transaction) =>
      runStep(transaction, step.query, { case: load.caseId }),
    );
  for (let count = await once(); count > 0; count = await once()) step.onDone?.(count);
}

/** Removes what a finished load left out of sight, and its note. */
export async function cleanUp(database: Database, load: LoadName): Promise<void> {
  await repeatInState(database, load, { state: "CLEANING", query: "load/remove-discarded" });
  await endLoad(database, load);
}

/** Removes what a load made out of sight, and its note: the case is as before. */
export async function rollBack(database: Database, load: LoadName): Promise<void> {
  await repeatInState(database, load, { state: "STAGING", query: "load/remove-staged" });
  await endLoad(database, load);
}

async function rollBackIfStaging(database: Database, load: LoadName): Promise<void> {
  try {
    const [row] = await database.read<{ load: UnfinishedLoad }>("load/read-load");
    if (row?.load.id === load.id && row.load.state === "STAGING") await rollBack(database, load);
  } catch {
    // The database cannot be reached: the next start rolls back, and the first error is the one to tell.
  }
}

async function endLoad(database: Database, load: LoadName): Promise<void> {
  await database.write(async (transaction) => await transaction.run("load/end-load", { load: load.id }));
}
