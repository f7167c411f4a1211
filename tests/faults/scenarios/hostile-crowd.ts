import { constants, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { startPoliteReader } from "../support/polite-reader.ts";
import { readMemoryMb } from "../support/read-memory.ts";
import { withServer } from "../support/with-server.ts";
import { type HostileReport, sendHostileRequests } from "./hostile-requests.ts";

/** What hostile requests do to a server and to its friends. */
export interface HostileCrowdReport extends HostileReport {
  /** Milliseconds that 95 of 100 answers to a friendly client stayed within. */
  readonly politeP95Ms: { readonly alone: number; readonly amongHostile: number };
  /** Resident memory of the server once as many requests have filled what it keeps, and some time after the last. */
  readonly memoryMb: { readonly before: number; readonly after: number };
}

/** Sends so many hostile requests to a server of its own, beside a friendly client. */
export async function hostileCrowd(count: number, chance: () => number): Promise<HostileCrowdReport> {
  const seed = Math.floor(chance() * 2 ** 31);
  return await withServer(async ({ url, adminToken: token }) => {
    await sendHostileRequests(url, count, { seed: seed + 1, token });
    const before = await readMemoryMb(url);
    const alone = await (await settled(url)).stop();
    const among = startPoliteReader(url);
    // The crowd stands for other machines: what it costs to be hostile is not to slow the server.
    setPriority(constants.priority.PRIORITY_LOW);
    const report = await sendHostileRequests(url, count, { seed, token });
    const amongHostile = await among.stop();
    await sleep(10_000);
    const after = await readMemoryMb(url);
    return { ...report, politeP95Ms: { alone, amongHostile }, memoryMb: { before, after } };
  });
}

/** A friendly client that has asked for a while. */
async function settled(url: string): Promise<ReturnType<typeof startPoliteReader>> {
  const reader = startPoliteReader(url);
  await sleep(10_000);
  return reader;
}
