import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/**
 * Lets a process run to its end, and kills it with SIGKILL if that takes longer.
 *
 * @param afterMs - `Infinity`: it is left alone.
 * @returns Whether it was killed before it had finished.
 */
export async function killAfter(child: ChildProcess, afterMs: number): Promise<boolean> {
  const timer = afterMs < Infinity ? setTimeout(() => child.kill("SIGKILL"), afterMs) : null;
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  if (timer !== null) clearTimeout(timer);
  return child.signalCode === "SIGKILL";
}
