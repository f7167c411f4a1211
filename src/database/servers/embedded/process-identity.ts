import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** What tells a process from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own notation; only ever compared. */
  readonly startedAt: string;
  readonly command: string;
}

/** Looks up a running process; null when none has this number (a zombie counts as none). */
export function identifyProcess(pid: number): ProcessIdentity | null {
  return process.platform === "linux" ? identifyFromProc(pid) : identifyFromPs(pid);
}

/**
 * Ends a process: politely first, then, after `graceMs`, by force.
 *
 * It must be the one that `identity` was read from; if that has gone, nothing happens.
 */
export async function endProcess(identity: ProcessIdentity, graceMs = 30_000): Promise<void> {
  sendSignal(identity, "SIGTERM");
  if (await waitForEnd(identity, graceMs)) return;
  sendSignal(identity, "SIGKILL");
  await waitForEnd(identity, 10_000);
}

/** Waits until a process has gone, and tells whether it has. */
export async function waitForEnd(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Tells whether this very process, and not a later one with its number, still runs. */
export function isRunning(identity: Omit<ProcessIdentity, "command">): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

function sendSignal(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function identifyFromProc(pid: number): ProcessIdentity | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces and parentheses itself; the fields after it do not.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, startedAt: `${readBootId()}:${fields[19] ?? ""}`, command };
  } catch {
    return null;
  }
}

/** Start times on Linux count from the boot, so they mean nothing after another one. */
function readBootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

function identifyFromPs(pid: number): ProcessIdentity | null {
  try {
    const print = (field: string) =>
      String(execFileSync("ps", ["-ww", "-o", `${field}=`, "-p", String(pid)])).trim();
    if (print("state").startsWith("Z")) return null;
    return { pid, startedAt: print("lstart"), command: print("command") };
  } catch {
    return null;
  }
}
