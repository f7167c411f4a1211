import { setTimeout as sleep } from "node:timers/promises";
import { readMemoryMb, readProcessMemoryMb } from "../support/read-memory.ts";
import { startReader } from "../support/readers.ts";
import { sendEdit } from "../support/send-edit.ts";
import { type Served, withServer } from "../support/with-server.ts";
import { sendHostileRequests } from "./hostile-requests.ts";

/** How a server bears a long time of readers, an editor, and clients that are hostile. */
export interface SoakReport {
  readonly minutes: number;
  /** How often each status was answered to friendly readers; 500: an answer with an error. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Resident memory in MB of Demarche and of its Neo4j, once a minute; flat when all is well. */
  readonly memoryMb: readonly Memory[];
  /**
   * By how much Demarche's memory grew from the end of the first quarter to the end: the median of the last quarter less
   * that of the second.
   */
  readonly growthMb: number;
}

interface Memory {
  readonly demarche: number;
  readonly neo4j: number;
}

const READERS = 20;

/** Of every sort; some never the same twice, so that whatever is kept of a question is kept of ever new ones. */
const QUESTIONS: readonly ((number: number) => string)[] = [
  () => "{ cases { slug } }",
  () => '{ trace(id: "lake-talks/zone-20") { root { id } groups { act } } }',
  (number) => `{ search(text: "zone ${number}") { hits { id } } }`,
  (number) => `{ actors(where: { name: { contains: "${number}" } }) { id name } }`,
  (number) => `{ network(case: "lake-talks", from: "${1900 + (number % 120)}") { edgeCount } }`,
  () => '{ positions(case: "lake-talks") { cells { id } } }',
  () => '{ timeline(case: "lake-talks") { entries { date } } }',
];

/** Lets many read from a server for so many minutes, and one edit, and notes its memory. */
export async function soak(minutes: number, chance: () => number): Promise<SoakReport> {
  return await withServer(async (served) => {
    const readers = Array.from({ length: READERS }, () =>
      startReader(served.url, { questions: QUESTIONS, pauseMs: 200 }),
    );
    const memoryMb: Memory[] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      await Promise.all([sleep(60_000), disturb(served, minute, Math.floor(chance() * 2 ** 31))]);
      const memory = await readMemory(served);
      memoryMb.push(memory);
      console.error(`minute ${minute}: Demarche ${memory.demarche} MB, Neo4j ${memory.neo4j} MB`);
    }
    await Promise.all(readers.map((reader) => reader.stop()));
    return { minutes, statuses: countStatuses(readers), memoryMb, growthMb: growthOf(memoryMb) };
  });
}

/** What else happens in a minute: an edit, which makes stale what is kept of the case, and some hostile requests. */
async function disturb(served: Served, minute: number, seed: number): Promise<void> {
  await sendEdit(served, minute);
  await sendHostileRequests(served.url, 100, { seed, token: served.adminToken });
}

async function readMemory({ url, neo4jPid }: Served): Promise<Memory> {
  return { demarche: await readMemoryMb(url), neo4j: readProcessMemoryMb(neo4jPid) };
}

function countStatuses(
  readers: readonly { readonly statuses: ReadonlyMap<number, number> }[],
): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const reader of readers)
    for (const [status, count] of reader.statuses) statuses[status] = (statuses[status] ?? 0) + count;
  return statuses;
}

function growthOf(memoryMb: readonly Memory[]): number {
  const quarter = Math.ceil(memoryMb.length / 4);
  return medianOf(memoryMb.slice(-quarter)) - medianOf(memoryMb.slice(quarter, quarter * 2));
}

function medianOf(memoryMb: readonly Memory[]): number {
  const sorted = memoryMb.map(({ demarche }) => demarche).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
