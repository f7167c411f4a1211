import { hostname } from "node:os";
import type { Database, Transaction } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";

/** A load in several transactions that is going on, or was cut off. */
export interface UnfinishedLoad {
  readonly id: string;
  readonly caseId: string;
  /** STAGING: out of sight so far. HIDING, REVEALING: it is sure to be finished. CLEANING: only waste is left. */
  readonly state: "STAGING" | "HIDING" | "REVEALING" | "CLEANING";
  readonly host: string;
  readonly pid: number;
  /** Time since it last gave a sign of life. */
  readonly ageMs: number;
}

/** A load that gave no sign of life for so long is held to be cut off, wherever it ran. */
const DEAD_AFTER_MS = 120_000;

/**
 * Runs all of `work` in one transaction that holds the lock which every write of Demarche takes: a second one waits.
 *
 * @param caseSlug - The case that `work` changes; null for any. With a load of the same case going on, nothing is done.
 * @throws {DemarcheError} `CONFLICT` while a large load of that case, or a cut off one, is there.
 */
export async function writeLocked<T>(
  database: Database,
  caseSlug: string | null,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await database.write(async (transaction) => {
    const load = await takeLock(transaction);
    if (load && (caseSlug === null || load.caseId === caseSlug)) throw busy(load);
    return await work(transaction);
  });
}

/** Runs an edit of one case under the lock, and notes that the case no longer is what was loaded. */
export async function editLocked<T>(
  database: Database,
  caseSlug: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await writeLocked(database, caseSlug, async (transaction) => {
    await transaction.run("load/forget-fingerprint", { case: caseSlug });
    return await work(transaction);
  });
}

/** Takes the lock until the end of the transaction; gives the load that is not finished, if there is one. */
export async function takeLock(transaction: Transaction): Promise<UnfinishedLoad | null> {
  const [row] = await transaction.run<{ load: UnfinishedLoad | null }>("load/take-lock");
  return row?.load ?? null;
}

/** Ids of the loads that this very process runs: a number of a process alone may have been another's before. */
export const activeLoads = new Set<string>();

/** Tells whether the process that ran a load is gone: surely so on this machine, by its silence elsewhere. */
export function isCutOff(load: UnfinishedLoad): boolean {
  if (activeLoads.has(load.id)) return false;
  if (load.ageMs > DEAD_AFTER_MS) return true;
  return load.host === hostname() && (load.pid === process.pid || !isAlive(load.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes the error that tells of another load. */
export function busy(load: UnfinishedLoad): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `A load of case "${load.caseId}" is going on (process ${load.pid} on ${load.host}). Wait until it is finished, then try again.`,
    { details: { case: load.caseId, pid: load.pid, host: load.host } },
  );
}
