// What benchmarks over HTTP share: a Neo4j and a server of their own, each in a process of its own as in real life.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type Neo4jDatabase, openDatabase } from "../src/database/neo4j-database.ts";
import { startEmbedded } from "../src/database/servers/embedded.ts";
import { startServer } from "../src/server/start-server.ts";

/** What a benchmark works with. */
export interface Bench {
  readonly database: Neo4jDatabase;
  /** Sends a query over one kept connection; gives its data. */
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

if (import.meta.filename === process.argv[1]) await serve();

/** Starts both, loads what the benchmark wants, runs it, and stops and removes all. */
export async function withBench(
  load: (database: Neo4jDatabase) => Promise<unknown>,
  run: (bench: Bench) => Promise<void>,
): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "demarche");
  const neo4j = await startEmbedded({ dataFolder, cacheFolder });
  const address = { uri: neo4j.uri, user: neo4j.user, password: neo4j.password, database: null };
  const database = await openDatabase(address);
  const child = spawn(process.execPath, ["--import", "tsx", import.meta.filename], {
    env: { ...process.env, DEMARCHE_BENCH_NEO4J: JSON.stringify(address) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const agent = new Agent({ keepAlive: true });
  try {
    await load(database);
    const [port] = await once(child.stdout, "data");
    await run({ database, ask: (query, variables) => post(agent, Number(port), { query, variables }) });
  } finally {
    agent.destroy();
    child.kill("SIGTERM");
    await database.close();
    await neo4j.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Times pieces of work by turns, so that what disturbs one disturbs all: the medians, in ms, after a warm-up. */
export async function medianTimes(
  works: readonly (() => Promise<unknown>)[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (round >= warmUp) times[index]?.push(performance.now() - start);
    }
  }
  return times.map((list) => list.toSorted((left, right) => left - right)[list.length >> 1] ?? 0);
}

/** Brings lists into one order, for answers that ask for none. */
export function sortLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(sortLists)
      .map((item) => [JSON.stringify(item), item] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, item]) => item);
  }
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sortLists(inner)]));
}

/** Runs hand-written Cypher as a program of its own would: one session, one transaction, one row with one column. */
export async function runBare(
  database: Neo4jDatabase,
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const session = database.driver.session({ ...database.sessionConfig, defaultAccessMode: "READ" });
  const { records } = await session.executeRead((transaction) => transaction.run(cypher, parameters));
  await session.close();
  return records[0]?.get(0);
}

async function serve(): Promise<void> {
  const database = await openDatabase(JSON.parse(process.env.DEMARCHE_BENCH_NEO4J ?? "{}"));
  const server = await startServer({ database, logger: pino({ level: "silent" }), settings: { port: 0 } });
  console.log(server.port);
  process.once("SIGTERM", () => void server.close().then(() => database.close()));
}

async function post(agent: Agent, port: number, question: object): Promise<unknown> {
  const body = JSON.stringify(question);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const sent = request({ agent, port, host: "127.0.0.1", path: "/graphql", method: "POST", headers });
  sent.end(body);
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(errors[0].message);
  return data;
}
