import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { LoadLimits } from "../../src/loading/load-dataset.ts";
import type { ServerCard } from "./server-desk.ts";

const PROGRAM = fileURLToPath(new URL("./load-program.ts", import.meta.url));

/** What a loading process is to do, and when it is to be killed. */
export interface DoomedLoad {
  readonly server: ServerCard;
  readonly folder: string;
  readonly now: string;
  readonly limits: Partial<LoadLimits>;
  /** Kills it after the so-manieth sign that it does this, and so many milliseconds more. */
  readonly after: { readonly step: "OPEN" | "WRITING" | "REVEALING"; readonly times: number };
  readonly afterMs: number;
}

/**
 * Loads a folder in a process of its own and kills that with SIGKILL on its way.
 *
 * @returns Whether it was killed before it had finished.
 */
export async function loadAndKill(load: DoomedLoad): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, JSON.stringify(load)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("close", (_, signal) => resolve(signal)),
  );
  await waitFor(child, load.after);
  await sleep(load.afterMs);
  child.kill("SIGKILL");
  return (await ended) === "SIGKILL";
}

/** Reads what the program prints: `OPEN`, then `WRITING` after each batch, then `REVEALING` after each step of that. */
async function waitFor(child: ChildProcess, { step, times }: DoomedLoad["after"]): Promise<void> {
  if (!child.stdout) return;
  let left = times;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === step) left -= 1;
    if (left === 0) return;
  }
}
