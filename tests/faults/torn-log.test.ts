import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/neo4j-database.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { readGraph } from "../support/read-graph.ts";
import { type RestartableNeo4j, startRestartable } from "./support/restartable-neo4j.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-faults-"));
let neo4j: RestartableNeo4j;
beforeAll(async () => {
  neo4j = await startRestartable(folder);
});
afterAll(async () => {
  await neo4j.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes what half a transaction leaves behind that the disk had no room for. */
function tearLog(): void {
  const logs = join(folder, "neo4j/data/transactions/neo4j");
  const last = readdirSync(logs)
    .filter((name) => name.startsWith("neostore.transaction.db."))
    .sort()
    .at(-1);
  appendFileSync(
    join(logs, last ?? ""),
    Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 37 + 20) % 256)),
  );
}

describe("the embedded Neo4j after its disk was full in the middle of a write", () => {
  it("starts again with all that was acknowledged before", async () => {
    const before = await openDatabase(neo4j.server);
    await loadDataset(before, EXAMPLE_CASE);
    const graph = await readGraph(before);
    await before.close();
    await neo4j.kill();
    tearLog();
    await neo4j.start();
    const after = await openDatabase(neo4j.server);
    expect(await readGraph(after)).toEqual(graph);
    expect((await runDoctor(after)).isSound).toBe(true);
    await after.close();
  });
});
