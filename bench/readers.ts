// Lets 200 readers ask at once for a minute, over HTTP, and then 200 run the same Cypher bare through the driver.
// The limits are: no error, 99 of 100 answers within 2 s, Node within 400 MB, half the driver's rate.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { Driver } from "neo4j-driver";
import { pino } from "pino";
import type { Database, Parameters } from "../src/database/database.ts";
import { type Neo4jDatabase, openDatabase } from "../src/database/neo4j-database.ts";
import { readQueryText } from "../src/database/query-texts.ts";
import { startEmbedded } from "../src/database/servers/embedded.ts";
import { ANONYMOUS } from "../src/domain/user.ts";
import { runQuery } from "../src/graphql/run-query.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { readMemoryMb } from "../tests/faults/support/read-memory.ts";
import { serveInChild } from "../tests/support/serve-in-child.ts";
import { cacheFolder } from "../tests/support/server-desk.ts";

const READERS = 200;
const SECONDS = Number(process.env.DEMARCHE_BENCH_SECONDS ?? 60);
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const QUESTIONS = [
  {
    source: readFileSync(fileOf("demand-query.graphql"), "utf8"),
    variables: { id: "russia-ukraine/thirty-day-ceasefire" },
  },
  {
    source: `{ actors(limit: 20, where: { caseId: { eq: "russia-ukraine" } }) { id name kind caseRole } }`,
    variables: {},
  },
  {
    source: `{ trace(id: "russia-ukraine/istanbul-key-provisions") { root { id } } }`,
    variables: {},
  },
] as const;

/** A query that a question led to. */
interface Asked {
  readonly text: string;
  readonly parameters: Parameters;
}

const dataFolder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
const neo4j = await startEmbedded({ dataFolder, cacheFolder: cacheFolder() });
const database = await openDatabase(neo4j);
try {
  await loadDataset(database, fileOf("../seed/russia-ukraine"));
  const asked = await Promise.all(QUESTIONS.map((question) => record(database, question)));
  await runBare(database.driver, asked, 5);
  const served = await measureServer();
  const bareRate = await runBare(database.driver, asked, Math.max(5, SECONDS / 4));
  report(served, bareRate);
} finally {
  await database.close();
  await neo4j.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Answers a question once, and notes every Cypher that it takes. */
async function record(
  source: Neo4jDatabase,
  question: (typeof QUESTIONS)[number],
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const noting: Database = {
    read: (query, parameters = {}, options) => {
      asked.push({ text: readQueryText(query), parameters });
      return source.read(query, parameters, options);
    },
    readGenerated: (text, parameters, options) => {
      asked.push({ text, parameters });
      return source.readGenerated(text, parameters, options);
    },
    stream: (query, parameters, options) => source.stream(query, parameters, options),
    write: (work, options) => source.write(work, options),
    bookmarks: () => source.bookmarks(),
    close: () => source.close(),
  };
  const { errors } = await runQuery(noting, question, { logger: pino({ level: "silent" }), user: ANONYMOUS });
  if (errors) throw new Error(JSON.stringify(errors));
  return asked;
}

interface Served {
  readonly rate: number;
  readonly faults: number;
  readonly p99Ms: number;
  readonly memoryMb: number;
}

async function measureServer(): Promise<Served> {
  const environment = {
    NEO4J_URI: neo4j.uri,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    DEMARCHE_LOG: "warn",
  };
  const serving = await serveInChild(environment, { isBuilt: true });
  let memoryMb = 0;
  const watch = setInterval(async () => {
    // A look that the server's end cuts off shows nothing.
    memoryMb = Math.max(memoryMb, await readMemoryMb(serving.url).catch(() => 0));
  }, 2_000);
  try {
    await ask(serving.url, 5);
    const { requests, latency, errors, timeouts, non2xx } = await ask(serving.url, SECONDS);
    return { rate: requests.average, faults: errors + timeouts + non2xx, p99Ms: latency.p99, memoryMb };
  } finally {
    clearInterval(watch);
    await serving.end("SIGTERM");
  }
}

async function ask(url: string, duration: number): Promise<autocannon.Result> {
  return await autocannon({
    url: new URL("graphql", url).href,
    connections: READERS,
    duration,
    requests: QUESTIONS.map(({ source, variables }) => ({
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: source, variables }),
    })),
  });
}

/** Lets as many readers run the questions' Cypher, each question in turn; gives questions answered a second. */
async function runBare(
  driver: Driver,
  asked: readonly (readonly Asked[])[],
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let answered = 0;
  const read = async (reader: number) => {
    for (let turn = reader; performance.now() < end; turn += 1) {
      for (const { text, parameters } of asked[turn % asked.length] ?? [])
        await runOnce(driver, text, parameters);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  return answered / seconds;
}

async function runOnce(driver: Driver, text: string, parameters: Parameters): Promise<void> {
  const session = driver.session({ defaultAccessMode: "READ" });
  await session.executeRead((transaction) => transaction.run(text, parameters));
  await session.close();
}

function report({ rate, faults, p99Ms, memoryMb }: Served, bareRate: number): void {
  const share = rate / bareRate;
  console.log(
    `${READERS} readers for ${SECONDS} s: ${rate.toFixed(0)} answers/s, p99 ${p99Ms} ms (limit 2000), Node ${memoryMb} MB (limit 400), ${faults} failed (limit 0)`,
  );
  console.log(
    `the same Cypher, bare: ${bareRate.toFixed(0)}/s; share ${(share * 100).toFixed(0)} % (limit 50 %)`,
  );
  process.exitCode = faults > 0 || p99Ms > 2_000 || memoryMb > 400 || share < 0.5 ? 1 : 0;
}
