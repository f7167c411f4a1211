// Asks from a demand for all that is around it: over HTTP, and as hand-written Cypher through the driver, by turns in one run.
// The limit is twice the driver's time at the median.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type Neo4jDatabase, openDatabase } from "../src/database/neo4j-database.ts";
import { startEmbedded } from "../src/database/servers/embedded.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { startServer } from "../src/server/start-server.ts";

const DEMAND = "russia-ukraine/thirty-day-ceasefire";
const ROUNDS = 600;
const WARM_UP = 100;
const MOST = 2;

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CYPHER = readFileSync(fileOf("demand-query.cypher"), "utf8");
const GRAPHQL = readFileSync(fileOf("demand-query.graphql"), "utf8");

if (process.argv[2] === "serve") await serve();
else await measure();

/** The server, in a process of its own as in real life. */
async function serve(): Promise<void> {
  const database = await openDatabase(JSON.parse(process.env.DEMARCHE_BENCH_NEO4J ?? "{}"));
  const server = await startServer({ database, logger: pino({ level: "silent" }), settings: { port: 0 } });
  console.log(server.port);
  process.once("SIGTERM", () => void server.close().then(() => database.close()));
}

async function measure(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "demarche");
  const neo4j = await startEmbedded({ dataFolder, cacheFolder });
  const address = { uri: neo4j.uri, user: neo4j.user, password: neo4j.password, database: null };
  const database = await openDatabase(address);
  await loadDataset(database, fileOf("../seed/russia-ukraine"));
  const child = spawn(process.execPath, ["--import", "tsx", fileOf("demand-query.ts"), "serve"], {
    env: { ...process.env, DEMARCHE_BENCH_NEO4J: JSON.stringify(address) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = await once(child.stdout, "data");
    await compare(database, Number(port));
  } finally {
    child.kill("SIGTERM");
    await database.close();
    await neo4j.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function compare(database: Neo4jDatabase, port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const overHttp = () => post(agent, port);
  const throughDriver = () => readBare(database);
  const [left, right] = [sortLists(await overHttp()), sortLists(await throughDriver())];
  if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error("the two do not give the same answer");
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const pair = [await time(overHttp), await time(throughDriver)] as const;
    if (round < WARM_UP) continue;
    times[0].push(pair[0]);
    times[1].push(pair[1]);
  }
  agent.destroy();
  report(median(times[0]), median(times[1]));
}

function report(http: number, driver: number): void {
  const ratio = http / driver;
  console.log(
    `demand query: HTTP ${http.toFixed(1)} ms, driver ${driver.toFixed(1)} ms at the median; ratio ${ratio.toFixed(2)}`,
  );
  if (ratio > MOST) {
    console.log(`  over the limit of ${MOST}`);
    process.exitCode = 1;
  }
}

async function post(agent: Agent, port: number): Promise<unknown> {
  const body = JSON.stringify({ query: GRAPHQL, variables: { id: DEMAND } });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const sent = request({ agent, port, host: "127.0.0.1", path: "/graphql", method: "POST", headers });
  sent.end(body);
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return JSON.parse(text).data.demands[0];
}

async function readBare(database: Neo4jDatabase): Promise<unknown> {
  const session = database.driver.session({ ...database.sessionConfig, defaultAccessMode: "READ" });
  const { records } = await session.executeRead((transaction) => transaction.run(CYPHER, { id: DEMAND }));
  await session.close();
  return records[0]?.get("demand");
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? 0;
}

/** Neither asks for an order. */
function sortLists(value: unknown): unknown {
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
