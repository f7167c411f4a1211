import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DemarcheError } from "../../../domain/errors.ts";
import { identifyProcess, isRunning } from "./process-identity.ts";

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
}

export interface LockOptions {
  /** How long to wait for another process that holds it; 5 minutes if absent, the time of a slow first download. */
  readonly waitMs?: number;
  readonly onWait?: (pid: number) => void;
}

/**
 * Runs `work` while holding a lock file, which no other process then holds.
 *
 * The file names its holder. One whose holder has gone, in whatever way, is taken over.
 *
 * @throws DemarcheError DATABASE_IN_USE when another process holds it for too long.
 */
export async function withLock<T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  await takeLock(file, options);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function takeLock(file: string, { waitMs = 300_000, onWait }: LockOptions): Promise<void> {
  const deadline = Date.now() + waitMs;
  let told = 0;
  while (!tryLock(file)) {
    const text = readText(file);
    const holder = parseHolder(text);
    if (holder === null || !isRunning(holder)) {
      removeStale(file, text);
      continue;
    }
    if (Date.now() > deadline) throw held(file, holder.pid);
    if (told !== holder.pid) onWait?.(holder.pid);
    told = holder.pid;
    await sleep(100);
  }
}

/** A link appears whole or not at all, so a lock is never seen without its holder. */
function tryLock(file: string): boolean {
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const holder: Holder = { pid: process.pid, startedAt: identifyProcess(process.pid)?.startedAt ?? "" };
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves the stale lock aside first: if somebody was quicker and it is theirs by now, it is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === "number" && typeof startedAt === "string" ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

function held(file: string, pid: number): DemarcheError {
  const message = `Another Demarche (process ${pid}) has been holding ${file} for too long. Wait for it, or end it, then retry.`;
  return new DemarcheError("DATABASE_IN_USE", message, { details: { pid } });
}
