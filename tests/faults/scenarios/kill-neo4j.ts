import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Neo4jDatabase, openDatabase } from "../../../src/database/neo4j-database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { nameBroken, runDoctor } from "../../../src/loading/doctor.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { exampleDataset, twinOf } from "../../support/example-dataset.ts";
import { readGraph } from "../../support/read-graph.ts";
import { type ServingChild, serveInChild } from "../../support/serve-in-child.ts";
import { type Reader, startReader } from "../support/readers.ts";
import { type RestartableNeo4j, startRestartable } from "../support/restartable-neo4j.ts";
import { startWriters, type Writers } from "../support/writers.ts";

/** What became of a Neo4j that was killed again and again while cases were loaded into it and a server read from it. */
export interface KillNeo4jReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged loads that are not there as they were meant to be. */
  readonly lost: readonly string[];
  /** Loads that were not acknowledged and are there in part. */
  readonly halves: readonly string[];
  /** What `doctor` finds wrong. */
  readonly findings: readonly string[];
  /** Statuses that readers were answered while Neo4j was gone, after the first 503. */
  readonly statusesMeanwhile: readonly number[];
  /** Milliseconds from Neo4j's first answer to the server's. */
  readonly recoveryMs: readonly number[];
}

/** Kills a Neo4j of its own so many times, at moments that chance chooses. */
export async function killNeo4j(times: number, chance: () => number): Promise<KillNeo4jReport> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
  const neo4j = await startRestartable(folder);
  try {
    const server = await serveInChild(addressOf(neo4j));
    try {
      return await killAgainAndAgain({ neo4j, server, times, chance });
    } finally {
      await server.end("SIGTERM");
    }
  } finally {
    await neo4j.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly neo4j: RestartableNeo4j;
  readonly server: ServingChild;
  readonly times: number;
  readonly chance: () => number;
}

async function killAgainAndAgain({ neo4j, server, times, chance }: Scene): Promise<KillNeo4jReport> {
  const example = await exampleDataset();
  const database = await openDatabase({ ...neo4j.server, retryTimeMs: 1_000 });
  const reader = startReader(server.url);
  const writers = startWriters((number) => loadCase(database, example, number), {
    count: 2,
    first: 1,
    triesAgain: false,
  });
  const rounds: Round[] = [];
  try {
    for (let round = 0; round < times; round += 1)
      rounds.push(await killOnce({ neo4j, reader, writers, chance }));
    await sleep(chance() * 1_000);
  } finally {
    await writers.stop();
    await reader.stop();
  }
  const judged = await judge(database, example, new Set(writers.acknowledged));
  await database.close();
  return {
    kills: times,
    acknowledged: writers.acknowledged.length,
    ...judged,
    statusesMeanwhile: [...new Set(rounds.flatMap(({ statuses }) => statuses))].sort(),
    recoveryMs: rounds.map(({ recoveryMs }) => recoveryMs),
  };
}

interface Round {
  readonly statuses: readonly number[];
  readonly recoveryMs: number;
}

async function killOnce({
  neo4j,
  reader,
  writers: { acknowledged },
  chance,
}: Pick<Scene, "neo4j" | "chance"> & {
  readonly reader: Reader;
  readonly writers: Writers;
}): Promise<Round> {
  const before = acknowledged.length;
  while (acknowledged.length === before) await sleep(20);
  await reader.next(200);
  await sleep(chance() * 2_000);
  await neo4j.kill();
  await reader.next(503);
  const answered = new Map(reader.statuses);
  await reader.next(503, 3);
  const statuses = [...reader.statuses].flatMap(([status, count]) =>
    count > (answered.get(status) ?? 0) ? [status] : [],
  );
  await neo4j.start();
  const startedAt = performance.now();
  await reader.next(200);
  return { statuses, recoveryMs: Math.round(performance.now() - startedAt) };
}

async function loadCase(database: Neo4jDatabase, example: Dataset, number: number): Promise<void> {
  await loadDataset(database, twinOf(example, nameOf(number)), { now: () => RECORDED_AT });
}

const RECORDED_AT = new Date("2026-01-01T00:00:00Z");
const nameOf = (number: number) => `case-${number}`;

async function judge(
  database: Neo4jDatabase,
  example: Dataset,
  acknowledged: ReadonlySet<number>,
): Promise<Pick<KillNeo4jReport, "lost" | "halves" | "findings">> {
  await loadCase(database, example, 0);
  const meant = describe(await readGraph(database, nameOf(0)), nameOf(0));
  const present = (await database.read<{ id: string }>("analytics/case-slugs")).map(({ id }) => id);
  const broken: string[] = [];
  for (const name of present)
    if (describe(await readGraph(database, name), name) !== meant) broken.push(name);
  const names = new Set([...acknowledged].map(nameOf));
  return {
    lost: [...names].filter((name) => !present.includes(name) || broken.includes(name)),
    halves: broken.filter((name) => !names.has(name)),
    findings: nameBroken(await runDoctor(database)),
  };
}

/** Cases of the same rows are the same text. */
function describe(graph: unknown, name: string): string {
  return JSON.stringify(graph).replaceAll(`${name}/`, "CASE/").replaceAll(`"${name}"`, '"CASE"');
}

function addressOf({ server }: RestartableNeo4j): Record<string, string> {
  const { uri, user, password } = server;
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, DEMARCHE_LOG: "silent" };
}
