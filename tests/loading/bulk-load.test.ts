import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Neo4jDatabase, openDatabase } from "../../src/database/neo4j-database.ts";
import { BulkStore } from "../../src/database/servers/bulk-store.ts";
import { startEmbedded } from "../../src/database/servers/embedded.ts";
import { writeDataset } from "../../src/dataset/write-dataset.ts";
import { buildCaseStore, isDatabaseEmpty } from "../../src/loading/bulk-load.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import type { LoadReport } from "../../src/loading/load-report.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";
import { cacheFolder } from "../support/server-desk.ts";

const neo4j = useDatabase();
const root = mkdtempSync(join(tmpdir(), "demarche-bulk-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOW = { now: () => new Date("2026-01-01T00:00:00Z") };

/** Every property that occurs, with the type that Neo4j gives its values. */
const TYPES = `MATCH (n) UNWIND keys(n) AS name
  WITH [label IN labels(n) | label] AS kind, name, valueType(n[name]) AS type RETURN DISTINCT kind, name, type
UNION
MATCH ()-[r]->() UNWIND keys(r) AS name
  WITH [type(r)] AS kind, name, valueType(r[name]) AS type RETURN DISTINCT kind, name, type`;

const NOTES = "MATCH (n:UnlinkedSameAs) RETURN properties(n) AS properties ORDER BY n.from, n.to";

async function readAll(database: Neo4jDatabase) {
  const types = (await database.runUserCypher(TYPES)).rows.map(
    ({ kind, name, type }) => `${[...(kind as string[])].sort().join(":")}.${name} ${type}`,
  );
  const notes = (await database.runUserCypher(NOTES)).rows;
  return { graph: await readGraph(database), types: types.filter(isOfCase).sort(), notes };
}

/** When the lock was taken last tells nothing of a case. */
function isOfCase(type: string): boolean {
  return !type.startsWith("Lock.");
}

/** What a load tells of itself, but for the order in which it names rows, and the time. */
function withoutOrder({ durationMs: _, tables, ...report }: LoadReport) {
  const added = Object.entries(tables).map(([table, changes]) => [table, [...changes.added.ids].sort()]);
  return { ...report, added };
}

/** Loads a folder as usual, and by the bulk importer into a database of its own. */
async function loadBothWays(folder: string, name: string) {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
  const usualReport = await loadDataset(neo4j.database, folder, NOW);
  const usual = await readAll(neo4j.database);
  const options = { dataFolder: join(root, name), cacheFolder: cacheFolder(), port: 0 };
  const store = new BulkStore(options);
  const bulkReport = await buildCaseStore(store, folder, NOW);
  await (await startEmbedded(options)).stop();
  await store.install();
  store.remove();
  const server = await startEmbedded(options);
  const database = await openDatabase(server);
  try {
    await prepareSchema(database);
    const doctor = await runDoctor(database);
    const again = await loadDataset(database, folder, NOW);
    return { usual, bulk: await readAll(database), usualReport, bulkReport, doctor, again };
  } finally {
    await database.close();
    await server.stop();
  }
}

describe("buildCaseStore(store, folder)", () => {
  it("makes the same graph as a usual load, types and all, that the doctor finds sound", async () => {
    // Every table, with line breaks, quotation marks and several scripts in its texts.
    const [dataset] = fc.sample(arbitraryDataset({ maxStatements: 60 }), { seed: 7, numRuns: 1 });
    if (!dataset) throw new Error("nothing was generated");
    const folder = join(root, "generated-folder");
    await writeDataset(folder, dataset);
    const found = await loadBothWays(folder, "generated");
    expect(found.bulk).toEqual(found.usual);
    expect(found.bulk.notes.length).toBeGreaterThan(0);
    expect(withoutOrder(found.bulkReport)).toEqual(withoutOrder(found.usualReport));
    expect(found.doctor.findings.filter(({ count }) => count > 0)).toEqual([]);
    expect(found.again.outcome).toBe("UNCHANGED");
  }, 900_000);
});

describe("isDatabaseEmpty(database)", () => {
  it("looks away from what every database of Demarche holds", async () => {
    await prepareSchema(neo4j.database);
    await removeAllNodes(neo4j.database);
    expect(await isDatabaseEmpty(neo4j.database)).toBe(true);
    await loadDataset(neo4j.database, EXAMPLE_CASE, NOW);
    expect(await isDatabaseEmpty(neo4j.database)).toBe(false);
  });
});
