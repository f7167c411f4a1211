// Loads 100,000 statements as `demarche load` does, and writes the same records by a bare UNWIND, each into an empty
// embedded database of the same run; the ratio of the two rates counts.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Neo4jDatabase, openDatabase } from "../src/database/neo4j-database.ts";
import { startEmbedded } from "../src/database/servers/embedded.ts";
import { readDataset } from "../src/dataset/read-dataset.ts";
import { findAct } from "../src/domain/acts.ts";
import { makeId } from "../src/domain/ids.ts";
import type { RecordOf } from "../src/domain/tables.ts";
import { importCase } from "../src/importers/importers.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { prepareSchema } from "../src/loading/prepare-schema.ts";
import { voteLines } from "./support-votes.ts";

const STATEMENTS = 100_000;
const LEAST_RATIO = 0.7;
const BATCH = 5_000;
const RECORDED_AT = "2026-01-01T00:00:00Z";

const folder = mkdtempSync(join(tmpdir(), "demarche-bench-load-"));
try {
  const votes = join(folder, "votes.csv");
  await pipeline(Readable.from(voteLines(STATEMENTS)), createWriteStream(votes));
  const { folder: full } = await importCase("unvotes", [votes], { case: "votes", out: join(folder, "full") });
  const rates = {
    load: await inDatabase("load", async (database) => await measureLoad(database, full)),
    unwind: await inDatabase("unwind", async (database) => await measureUnwind(database, full)),
  };
  const ratio = rates.load / rates.unwind;
  const write = (rate: number) => Math.round(rate).toLocaleString("en");
  console.log(`demarche load: ${write(rates.load)} statements a second, reading and checking included`);
  console.log(`bare UNWIND:   ${write(rates.unwind)} statements a second`);
  console.log(`ratio: ${ratio.toFixed(2)} (at least ${LEAST_RATIO})`);
  process.exitCode = ratio >= LEAST_RATIO ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function inDatabase<T>(name: string, work: (database: Neo4jDatabase) => Promise<T>): Promise<T> {
  const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "demarche");
  const server = await startEmbedded({ dataFolder: join(folder, name), cacheFolder, port: 0 });
  const database = await openDatabase(server);
  try {
    return await work(database);
  } finally {
    await database.close();
    await server.stop();
  }
}

async function measureLoad(database: Neo4jDatabase, full: string): Promise<number> {
  await prepareSchema(database);
  const start = performance.now();
  await loadDataset(database, full);
  return STATEMENTS / ((performance.now() - start) / 1000);
}

/** Times the statements alone; all else is loaded before. */
async function measureUnwind(database: Neo4jDatabase, full: string): Promise<number> {
  const { dataset } = await readDataset(full);
  if (!dataset) throw new Error("the case is not sound");
  const { statements } = dataset.tables;
  await loadDataset(database, { ...dataset, lines: {}, tables: { ...dataset.tables, statements: [] } });
  const caseSlug = dataset.tables.case[0]?.slug ?? "";
  const rows = statements.map((statement) => describe(statement, caseSlug));
  const query = readFileSync(join(import.meta.dirname, "bare-unwind.cypher"), "utf8");
  const session = database.driver.session(database.sessionConfig);
  const start = performance.now();
  for (let at = 0; at < rows.length; at += BATCH)
    await session.executeWrite((transaction) => transaction.run(query, { rows: rows.slice(at, at + BATCH) }));
  const seconds = (performance.now() - start) / 1000;
  await session.close();
  return STATEMENTS / seconds;
}

/** What a statement of a vote becomes in the graph. */
function describe(statement: RecordOf<"statements">, caseSlug: string) {
  const { slug, act, status, actorBasis, dateBasis, actors, target, foundIn } = statement;
  const id = makeId(caseSlug, slug);
  return {
    properties: {
      id,
      caseId: caseSlug,
      slug,
      act,
      status,
      actorBasis,
      dateBasis,
      polarity: findAct(act).polarity,
    },
    case: caseSlug,
    actor: makeId(caseSlug, actors[0] ?? ""),
    target: makeId(caseSlug, target),
    source: makeId(caseSlug, foundIn[0] ?? ""),
    act,
    relation: { statementId: id, status },
    recordedAt: RECORDED_AT,
  };
}
