import { setTimeout as sleep } from "node:timers/promises";
import { readMemoryMb } from "../support/read-memory.ts";
import { startReader } from "../support/readers.ts";
import { withServer } from "../support/with-server.ts";
import { sendHostileRequests } from "./hostile-requests.ts";

/** How a server bears a long time of readers, some of them hostile. */
export interface SoakReport {
  readonly minutes: number;
  /** How often each status was answered to friendly readers. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Resident memory of the server, once a minute; flat when all is well. */
  readonly memoryMb: readonly number[];
}

const READERS = 20;

/** Reads from a server for so many minutes, and notes its memory. */
export async function soak(minutes: number, chance: () => number): Promise<SoakReport> {
  return await withServer(async ({ url, adminToken: token }) => {
    const readers = Array.from({ length: READERS }, () => startReader(url));
    const memoryMb: number[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      await Promise.all([
        sleep(60_000),
        sendHostileRequests(url, 100, { seed: Math.floor(chance() * 2 ** 31), token }),
      ]);
      memoryMb.push(await readMemoryMb(url));
      console.error(`minute ${minute + 1}: ${memoryMb.at(-1)} MB`);
    }
    await Promise.all(readers.map((reader) => reader.stop()));
    const statuses: Record<string, number> = {};
    for (const reader of readers)
      for (const [status, count] of reader.statuses) statuses[status] = (statuses[status] ?? 0) + count;
    return { minutes, statuses, memoryMb };
  });
}
