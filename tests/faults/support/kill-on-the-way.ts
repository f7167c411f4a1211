import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ServerCard } from "../../support/server-desk.ts";
import { killAfter } from "./kill-after.ts";

const PROGRAM = fileURLToPath(new URL("./doomed-program.ts", import.meta.url));

/** What a process is to do. */
export interface DoomedWork {
  readonly server: ServerCard;
  /** RESTORE: of the dump at `path`, in the place of all. UPGRADE: with a dump into the folder `path`. */
  readonly work: "RESTORE" | "UPGRADE";
  readonly path: string;
}

/**
 * Lets a process of its own do the work, and kills it with SIGKILL so long after it has opened the database.
 *
 * @returns Whether it was killed before it had finished.
 */
export async function killOnTheWay(work: DoomedWork, afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, JSON.stringify(work)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await Promise.race([once(child.stdout, "data"), once(child, "close")]);
  return await killAfter(child, afterMs);
}
