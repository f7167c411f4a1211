import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Neo4jDatabase } from "../../../src/database/neo4j-database.ts";
import { nameBroken, runDoctor } from "../../../src/loading/doctor.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { recoverLoads } from "../../../src/loading/recover-loads.ts";
import { dumpDatabase } from "../../../src/packaging/dump.ts";
import { restoreDatabase } from "../../../src/packaging/restore.ts";
import { exampleDataset, twinOf } from "../../support/example-dataset.ts";
import { readGraph } from "../../support/read-graph.ts";
import type { ServerCard } from "../../support/server-desk.ts";
import { killOnTheWay } from "../support/kill-on-the-way.ts";
import type { KillReport } from "../support/kill-report.ts";

/** What became of restores that were killed. */
export interface KillRestoreReport extends KillReport {
  /** Cases that were neither as before nor as in the dump, by round. */
  readonly halves: readonly string[];
}

const CASES = ["north", "south", "west"];

/** Kills restores over a database that holds other rows of the same cases, at moments that chance chooses. */
export async function killRestore(
  { database, server }: { readonly database: Neo4jDatabase; readonly server: ServerCard },
  times: number,
  chance: () => number,
): Promise<KillRestoreReport> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  try {
    const [before, after] = [join(folder, "before.dump"), join(folder, "after.dump")];
    const graphs = [await makeDump(database, after, "new"), await makeDump(database, before, "old")];
    const halves: string[] = [];
    const findings: string[] = [];
    let [kills, survived] = [0, 0];
    for (let round = 1; kills < times; round += 1) {
      const isKilled = await killOnTheWay({ server, work: "RESTORE", path: after }, chance() * 3_000);
      if (isKilled) kills += 1;
      else survived += 1;
      await recoverLoads(database);
      for (const name of CASES) {
        const graph = JSON.stringify(await readGraph(database, name));
        if (!graphs.some((known) => known.get(name) === graph)) halves.push(`${round}: ${name}`);
      }
      findings.push(...nameBroken(await runDoctor(database)).map((name) => `${round}: ${name}`));
      await restoreDatabase(database, before, { replace: true });
    }
    await restoreDatabase(database, after, { replace: true });
    const isFinished = await holds(database, graphs[0]);
    return { kills, survived, halves, findings, isFinished };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Graphs = ReadonlyMap<string, string>;

/** Fills the database with cases of this note, dumps it, and gives what it then holds. */
async function makeDump(database: Neo4jDatabase, file: string, note: string): Promise<Graphs> {
  const example = await exampleDataset();
  const statements = example.tables.statements.map((row) => ({ ...row, note }));
  const dataset = { ...example, tables: { ...example.tables, statements } };
  const now = () => new Date("2026-01-01T00:00:00Z");
  for (const name of CASES) await loadDataset(database, twinOf(dataset, name), { now, isReplacement: true });
  await dumpDatabase(database, file);
  await restoreDatabase(database, file, { replace: true });
  return new Map(await readAll(database));
}

async function readAll(database: Neo4jDatabase): Promise<[string, string][]> {
  const graphs: [string, string][] = [];
  for (const name of CASES) graphs.push([name, JSON.stringify(await readGraph(database, name))]);
  return graphs;
}

async function holds(database: Neo4jDatabase, graphs: Graphs | undefined): Promise<boolean> {
  return (await readAll(database)).every(([name, graph]) => graphs?.get(name) === graph);
}
