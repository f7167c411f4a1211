import { hostname } from "node:os";
import type { Database } from "../database/database.ts";
import { cleanUp, revealInSteps, rollBack } from "./staged-load.ts";
import { activeLoads, isCutOff, takeLock, type UnfinishedLoad } from "./write-lock.ts";

/** What became of a load that was cut off. */
export interface RecoveredLoad {
  readonly caseSlug: string;
  /** ROLLED_BACK: the case is as it was before. FINISHED: it is as the load meant it. */
  readonly outcome: "ROLLED_BACK" | "FINISHED";
}

/**
 * Rolls back or finishes a load that was cut off. To be called at every start; does nothing while the load goes on.
 *
 * @returns Null where there was none.
 */
export async function recoverLoads(database: Database): Promise<RecoveredLoad | null> {
  const [row] = await database.read<{ load: UnfinishedLoad }>("load/read-load");
  if (!row || !isCutOff(row.load)) return null;
  const load = await claim(database);
  if (load === null) return null;
  try {
    return { caseSlug: load.caseId, outcome: await recover(database, load) };
  } finally {
    activeLoads.delete(load.id);
  }
}

/** Makes a cut off load this process's own, unless another one was quicker. */
async function claim(database: Database): Promise<UnfinishedLoad | null> {
  const load = await database.write(async (transaction) => {
    const unfinished = await takeLock(transaction);
    if (unfinished === null || !isCutOff(unfinished)) return null;
    const owner = { host: hostname(), pid: process.pid };
    await transaction.run("load/claim-load", { load: unfinished.id, ...owner });
    return unfinished;
  });
  if (load !== null) activeLoads.add(load.id);
  return load;
}

async function recover(database: Database, load: UnfinishedLoad): Promise<RecoveredLoad["outcome"]> {
  if (load.state === "STAGING") {
    await rollBack(database, load);
    return "ROLLED_BACK";
  }
  if (load.state !== "CLEANING") await revealInSteps(database, load, { from: load.state });
  await cleanUp(database, load);
  return "FINISHED";
}
