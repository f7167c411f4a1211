import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPackageFile } from "../../../src/cli/package-root.ts";
import { openDatabase } from "../../../src/database/neo4j-database.ts";
import { startEmbedded } from "../../../src/database/servers/embedded.ts";
import { nameBroken, runDoctor } from "../../../src/loading/doctor.ts";
import { prepareSchema } from "../../../src/loading/prepare-schema.ts";
import { EXAMPLE_CASE } from "../../support/example-case.ts";
import { readGraph } from "../../support/read-graph.ts";
import { cacheFolder } from "../../support/server-desk.ts";
import { killAfter } from "../support/kill-after.ts";
import type { KillReport } from "../support/kill-report.ts";

/** What became of loads by the bulk importer that were killed. */
export interface KillBulkLoadReport extends KillReport {
  /** Rounds after which the database held neither nothing nor the whole case. */
  readonly halves: readonly number[];
}

/** Kills loads by the bulk importer, each into a new database, at moments that chance chooses. */
export async function killBulkLoad(times: number, chance: () => number): Promise<KillBulkLoadReport> {
  const root = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  const folderOf = (name: string | number) => join(root, String(name));
  try {
    const startedAt = performance.now();
    await load(folderOf("whole"), Infinity);
    const wholeMs = performance.now() - startedAt;
    const { graph: whole } = await look(folderOf("whole"));
    const [halves, findings]: [number[], string[]] = [[], []];
    let [kills, survived] = [0, 0];
    for (let round = 1; kills < times; round += 1) {
      if (await load(folderOf(round), chance() * wholeMs)) kills += 1;
      else survived += 1;
      const found = await look(folderOf(round));
      if (found.graph !== whole && found.graph !== EMPTY) halves.push(round);
      findings.push(...found.findings.map((name) => `${round}: ${name}`));
    }
    await load(folderOf(kills + survived), Infinity);
    const isFinished = (await look(folderOf(kills + survived))).graph === whole;
    return { kills, survived, halves, findings, isFinished };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Loads the example in a process of its own; kills that after a while, and tells whether it came to that. */
async function load(folder: string, killAfterMs: number): Promise<boolean> {
  const words = ["load", EXAMPLE_CASE, "--bulk", "--data", folder];
  const program = ["--import", "tsx", findPackageFile("src/cli/main.ts"), ...words];
  return await killAfter(spawn(process.execPath, program, { stdio: "ignore" }), killAfterMs);
}

const EMPTY = JSON.stringify({ nodes: [], relations: [] });
const TIMES = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** What the database of a folder holds, but for when it was recorded, and what is wrong with it once it is in use again. */
async function look(dataFolder: string): Promise<{ graph: string; findings: readonly string[] }> {
  const server = await startEmbedded({ dataFolder, cacheFolder: cacheFolder(), port: 0 });
  const database = await openDatabase(server);
  try {
    const graph = JSON.stringify(await readGraph(database)).replace(TIMES, "TIME");
    // As `serve` and `load` do first of all: what was cut off has no indexes yet.
    await prepareSchema(database);
    return { graph, findings: nameBroken(await runDoctor(database)) };
  } finally {
    await database.close();
    await server.stop();
  }
}
