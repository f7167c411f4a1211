import { beforeEach, describe, expect, it } from "vitest";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { exampleDataset, twinOf } from "../support/example-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();

beforeEach(async () => {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
});

describe("unloadCase(database, caseSlug)", () => {
  it("deletes one case and nothing else", async () => {
    const example = await exampleDataset();
    await loadDataset(neo4j.database, twinOf(example, "other"));
    const before = await readGraph(neo4j.database);
    const { tables } = await loadDataset(neo4j.database, example);
    const recordCount = ["actors", "statements"].reduce(
      (sum, table) => sum + (tables[table as "actors"]?.added.count ?? 0),
      0,
    );
    const report = await unloadCase(neo4j.database, "lake-talks");
    expect(report.caseSlug).toBe("lake-talks");
    expect(report.recordCount).toBeGreaterThan(recordCount);
    expect(await readGraph(neo4j.database)).toEqual(before);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("keeps what another case says of its actors, and links it when it is loaded again", async () => {
    const example = await exampleDataset();
    const river = twinOf(example, "river-talks");
    await loadDataset(neo4j.database, example);
    await loadDataset(neo4j.database, river);
    const before = await readGraph(neo4j.database, "lake-talks");
    await unloadCase(neo4j.database, "river-talks");
    expect(await readGraph(neo4j.database, "lake-talks")).toEqual(before);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
    await loadDataset(neo4j.database, river);
    const links = await neo4j.database.runUserCypher("MATCH (a)-[r:SAME_AS]->(b) RETURN b.id AS id");
    expect(links.rows).toEqual([{ id: "river-talks/eastmark" }]);
  });

  it("refuses a case that is not loaded, and names those that are", async () => {
    await loadDataset(neo4j.database, await exampleDataset());
    await expect(unloadCase(neo4j.database, "lake-talk")).rejects.toMatchObject({
      code: "UNKNOWN_CASE",
      message: 'There is no case "lake-talk". Loaded are lake-talks.',
    });
  });
});
