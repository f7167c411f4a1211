import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../../src/database/neo4j-database.ts";
import { nameBroken, runDoctor } from "../../../src/loading/doctor.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../../support/example-case.ts";
import { readGraph } from "../../support/read-graph.ts";
import { type ServingChild, serveInChild } from "../../support/serve-in-child.ts";
import { type RestartableNeo4j, startRestartable } from "../support/restartable-neo4j.ts";
import { sendEdit, slugOf } from "../support/send-edit.ts";
import { startWriters, type Writers } from "../support/writers.ts";

/** What became of edits while Neo4j, or Demarche itself, was killed again and again. */
export interface KillUnderEditsReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Codes of edits that were not acknowledged. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Slugs of acknowledged statements that are not there. */
  readonly lost: readonly string[];
  /** Slugs of statements that are not there exactly once, with their derived relation, after every edit was sent again. */
  readonly notOnce: readonly string[];
  /** What `doctor` finds wrong. */
  readonly findings: readonly string[];
}

/** Kills the victim so many times, at moments that chance chooses, while two editors record statements over GraphQL. */
export async function killUnderEdits(
  victim: "NEO4J" | "DEMARCHE",
  times: number,
  chance: () => number,
): Promise<KillUnderEditsReport> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  const neo4j = await startRestartable(join(folder, "neo4j"));
  try {
    const scene = await openScene(neo4j, join(folder, "demarche"));
    const writers = startWriters(scene.send, { count: 2, first: 1, triesAgain: true });
    for (let round = 0; round < times; round += 1) {
      await acknowledgedMore(writers);
      await sleep(chance() * 2_000);
      await (victim === "NEO4J" ? scene.restartNeo4j() : scene.restartDemarche());
    }
    await acknowledgedMore(writers);
    await writers.stop();
    const report = await judge(neo4j, scene, writers);
    await scene.close();
    return { kills: times, ...report };
  } finally {
    await neo4j.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly send: (number: number) => Promise<void>;
  readonly restartNeo4j: () => Promise<void>;
  readonly restartDemarche: () => Promise<void>;
  readonly close: () => Promise<unknown>;
}

async function openScene(neo4j: RestartableNeo4j, dataFolder: string): Promise<Scene> {
  const { uri, user, password } = neo4j.server;
  const database = await openDatabase(neo4j.server);
  await loadDataset(database, EXAMPLE_CASE);
  await database.close();
  const environment = {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    DEMARCHE_DATA: dataFolder,
  };
  const start = () => serveInChild({ ...environment, DEMARCHE_LOG: "silent" });
  let server: ServingChild = await start();
  return {
    send: (number) => sendEdit(server, number),
    restartNeo4j: async () => {
      await neo4j.kill();
      await sleep(200);
      await neo4j.start();
    },
    restartDemarche: async () => {
      await server.end("SIGKILL");
      server = await start();
    },
    close: () => server.end("SIGTERM"),
  };
}

/** Waits until edits are acknowledged again: nothing has to be restarted for it. */
async function acknowledgedMore({ acknowledged }: Writers): Promise<void> {
  const before = acknowledged.length;
  while (acknowledged.length < before + 2) await sleep(20);
}

async function judge(
  neo4j: RestartableNeo4j,
  { send }: Scene,
  { acknowledged, failures, sent }: Writers,
): Promise<Omit<KillUnderEditsReport, "kills">> {
  const database = await openDatabase(neo4j.server);
  try {
    const before = await countDerived(database);
    const lost = acknowledged.map(slugOf).filter((slug) => before.get(slug) !== 1);
    // An editor who was told nothing sends the edit again under the same key.
    for (let number = 1; number <= sent(); number += 1) await send(number);
    const after = await countDerived(database);
    const all = Array.from({ length: sent() }, (_, at) => slugOf(at + 1));
    return {
      acknowledged: acknowledged.length,
      refusals: Object.fromEntries(failures),
      lost,
      notOnce: all.filter((slug) => after.get(slug) !== 1),
      findings: nameBroken(await runDoctor(database)),
    };
  } finally {
    await database.close();
  }
}

/** Counts the derived relations of each statement, by slug. */
async function countDerived(database: Parameters<typeof readGraph>[0]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const { relations } = await readGraph(database, "lake-talks");
  for (const { type, properties } of relations) {
    const { statementId } = properties as { statementId?: string };
    const slug = statementId?.split("/")[1];
    if (slug !== undefined && type === "BACKED") counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}
