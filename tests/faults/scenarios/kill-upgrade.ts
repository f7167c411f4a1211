import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Neo4jDatabase } from "../../../src/database/neo4j-database.ts";
import { runDoctor } from "../../../src/loading/doctor.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { isOutdated, isSchemaApplied } from "../../../src/loading/prepare-schema.ts";
import { verifyDumpFile } from "../../../src/packaging/dump-file.ts";
import { upgradeDatabase } from "../../../src/packaging/upgrade.ts";
import { exampleDataset, twinOf } from "../../support/example-dataset.ts";
import { makeOldDatabase } from "../../support/old-database.ts";
import { readGraph } from "../../support/read-graph.ts";
import type { ServerCard } from "../../support/server-desk.ts";
import { killOnTheWay } from "../support/kill-on-the-way.ts";

/** What became of upgrades that were killed. */
export interface KillUpgradeReport {
  readonly kills: number;
  readonly survived: number;
  /** Rounds after which the next try did not bring the database to its shape with all it held. */
  readonly failures: readonly string[];
}

/** Kills upgrades of an old database, at moments that chance chooses, and tries again each time. */
export async function killUpgrade(
  { database, server }: { readonly database: Neo4jDatabase; readonly server: ServerCard },
  times: number,
  chance: () => number,
): Promise<KillUpgradeReport> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  const example = await exampleDataset();
  for (const name of ["north", "south"]) await loadDataset(database, twinOf(example, name));
  const before = JSON.stringify(await readGraph(database));
  const failures: string[] = [];
  let [kills, survived] = [0, 0];
  try {
    for (let round = 1; kills < times; round += 1) {
      await makeOldDatabase(database);
      const isKilled = await killOnTheWay({ server, work: "UPGRADE", path: folder }, chance() * 2_000);
      if (isKilled) kills += 1;
      else survived += 1;
      await upgradeDatabase(database, { folder });
      if (await isOutdated(database)) failures.push(`${round}: outdated`);
      if (!(await isSchemaApplied(database))) failures.push(`${round}: steps are missing`);
      if (JSON.stringify(await readGraph(database)) !== before) failures.push(`${round}: other rows`);
      if (!(await runDoctor(database)).isSound) failures.push(`${round}: not sound`);
    }
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".dump")))
      await verifyDumpFile(join(folder, file));
    return { kills, survived, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
