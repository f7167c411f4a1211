import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { writeDataset } from "../../src/dataset/write-dataset.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { type LoadLimits, loadDataset } from "../../src/loading/load-dataset.ts";
import { planLoad } from "../../src/loading/plan-load.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { recoverLoads } from "../../src/loading/recover-loads.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { exampleDataset, twinOf } from "../support/example-dataset.ts";
import { type DoomedLoad, loadAndKill } from "../support/load-in-child.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph, sortGraph, type WholeGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();
const FIRST = "2026-01-01T00:00:00Z";
const SECOND = "2026-02-01T00:00:00Z";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-recover-"));
  await writeDataset(folder, withOtherNotes(await exampleDataset()));
});
afterAll(async () => await rm(folder, { recursive: true }));
beforeEach(async () => {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
});

function withOtherNotes(dataset: Dataset): Dataset {
  const statements = dataset.tables.statements.map((row) => ({ ...row, note: "coded again" }));
  return { ...dataset, tables: { ...dataset.tables, statements } };
}

type Kill = Pick<DoomedLoad, "after" | "afterMs"> & Pick<LoadLimits, "rowsAtOnce" | "revealedAtOnce">;

/** Kills a load of the folder once, as far on its way as told, recovers, and tells what the database then holds. */
async function killOnce({ after, afterMs, ...limits }: Kill) {
  const isKilled = await loadAndKill({
    server: neo4j.server,
    folder,
    now: SECOND,
    limits: { heldStatements: 3, batchRows: 100, ...limits },
    after,
    afterMs,
  });
  const recovered = await recoverLoads(neo4j.database);
  return { isKilled, recovered, graph: await readGraph(neo4j.database, "lake-talks") };
}

/** Moments spread over the way of a load, some milliseconds left to chance, so that in time every one is tried. */
function chooseMoments(): readonly Pick<Kill, "after" | "afterMs">[] {
  const writing = [1, 3, 6].map((times) => ({ step: "WRITING" as const, times }));
  const revealing = [1, 2, 3, 4, 5].map((times) => ({ step: "REVEALING" as const, times }));
  const moments = [{ step: "OPEN" as const, times: 1 }, ...writing, ...revealing];
  return moments.map((after, at) => ({ after, afterMs: at % 2 === 0 ? 0 : Math.floor(Math.random() * 60) }));
}

const WAYS = [
  { name: "one transaction", sure: [], rowsAtOnce: 100_000, revealedAtOnce: 100_000 },
  { name: "many, seen at once", sure: ["ROLLED_BACK"], rowsAtOnce: 10, revealedAtOnce: 100_000 },
  { name: "many, seen step by step", sure: ["ROLLED_BACK", "FINISHED"], rowsAtOnce: 10, revealedAtOnce: 1 },
];

describe("recoverLoads(database)", () => {
  it("does nothing where no load was cut off", async () => {
    expect(await recoverLoads(neo4j.database)).toBe(null);
  });

  it.each(WAYS)(
    "leaves a stored case whole, whenever its load was killed ($name)",
    async ({ name: _, sure, ...limits }) => {
      const example = await exampleDataset();
      const other = twinOf(example, "other");
      const outcomes = new Set<string>();
      await loadDataset(neo4j.database, other, { now: () => new Date(FIRST) });
      for (const moment of chooseMoments()) {
        await unloadCase(neo4j.database, "lake-talks").catch(() => "it is not there the first time");
        await loadDataset(neo4j.database, example, { now: () => new Date(FIRST) });
        const before = await readGraph(neo4j.database, "lake-talks");
        const untouched = await readGraph(neo4j.database, "other");
        const after = changedGraph(before, withOtherNotes(example));
        const { graph, recovered, isKilled } = await killOnce({ ...limits, ...moment });
        if (isKilled && recovered) outcomes.add(recovered.outcome);
        if (recovered) expect(graph).toEqual(recovered.outcome === "FINISHED" ? after : before);
        else expect([before, after]).toContainEqual(graph);
        expect(await readGraph(neo4j.database, "other")).toEqual(untouched);
        expect((await runDoctor(neo4j.database)).findings.filter(({ count }) => count > 0)).toEqual([]);
      }
      expect([...outcomes]).toEqual(expect.arrayContaining([...sure]));
    },
    600_000,
  );

  it("leaves nothing of a new case whose load was killed before it came into sight, and a new try succeeds", async () => {
    const { recovered, graph } = await killOnce({
      rowsAtOnce: 10,
      revealedAtOnce: 1,
      after: { step: "WRITING", times: 2 },
      afterMs: 0,
    });
    expect(recovered).toEqual({ caseSlug: "lake-talks", outcome: "ROLLED_BACK" });
    expect(graph).toEqual({ nodes: [], relations: [] });
    const again = await loadDataset(neo4j.database, folder, { now: () => new Date(SECOND) });
    expect(again.outcome).toBe("ADDED");
  });
});

function changedGraph(before: WholeGraph, { tables }: Dataset): WholeGraph {
  const relations = before.relations.map((row, key) => ({ ...row, key: String(key) }));
  return sortGraph(planLoad({ nodes: before.nodes, relations } as never, tables, SECOND).final);
}
