import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { planLoad } from "../../src/loading/plan-load.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { editLocked } from "../../src/loading/write-lock.ts";
import { arbitraryHistory } from "../support/arbitrary-change.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { exampleDataset, twinOf } from "../support/example-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph, sortGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();
const NEW_YEAR = "2026-01-01T00:00:00Z";
const now = () => new Date(NEW_YEAR);
/** So small that every load works in several transactions. */
const SMALL = { rowsAtOnce: 10, heldStatements: 3, batchRows: 40 };

beforeEach(async () => {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
});

/** The graph that a case makes when nothing of it is stored. */
function freshGraph({ tables }: Dataset) {
  return sortGraph(planLoad({ nodes: [], relations: [] }, tables, NEW_YEAR).final);
}

describe("loadDataset(database, source)", () => {
  it("writes exactly the nodes and relations of a folder, and says so", async () => {
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE, { now });
    const { dataset } = await readDataset(EXAMPLE_CASE);
    expect(await readGraph(neo4j.database)).toEqual(freshGraph(dataset as Dataset));
    expect({ outcome: report.outcome, statements: report.tables.statements?.added.count }).toEqual({
      outcome: "ADDED",
      statements: 27,
    });
  });

  it("stores days as DATE, times as DATETIME, values as floats, counts as integers", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE, { now });
    const types = await neo4j.database.runUserCypher(
      `MATCH (s:Statement {slug: 's-01'}) MATCH (d:Demand {slug: 'zone-40'}) MATCH (m:Meeting {slug: 'first-round'})
       RETURN valueType(s.earliest) AS earliest, valueType(s.recordedAt) AS recordedAt, valueType(s.polarity) AS polarity,
         valueType(d.value) AS value, valueType(m.round) AS round`,
    );
    expect(types.rows).toEqual([
      {
        earliest: "DATE NOT NULL",
        recordedAt: "ZONED DATETIME NOT NULL",
        polarity: "FLOAT NOT NULL",
        value: "FLOAT NOT NULL",
        round: "INTEGER NOT NULL",
      },
    ]);
  });

  it("changes nothing where the folder is unchanged", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE, { now });
    const before = await readGraph(neo4j.database);
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE);
    expect(report).toMatchObject({
      outcome: "UNCHANGED",
      tables: {},
      writtenRowCount: 0,
      removedRowCount: 0,
    });
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it("writes nothing in a dry run, and reports the same", async () => {
    const dry = await loadDataset(neo4j.database, EXAMPLE_CASE, { dryRun: true, now });
    expect((await readGraph(neo4j.database)).nodes).toEqual([]);
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE, { now });
    expect(dry).toMatchObject({
      outcome: "ADDED",
      isDryRun: true,
      tables: report.tables,
      writtenRowCount: 0,
    });
  });

  it("refuses a faulty dataset with all its problems, and writes nothing", async () => {
    const dataset = await exampleDataset();
    const [statement] = dataset.tables.statements;
    const faulty = { ...statement, target: "nowhere", foundIn: [] } as never;
    const load = loadDataset(neo4j.database, {
      ...dataset,
      tables: { ...dataset.tables, statements: [faulty] },
    });
    await expect(load).rejects.toMatchObject({ code: "INVALID_DATASET" });
    expect((await readGraph(neo4j.database)).nodes).toEqual([]);
  });

  it("sees what an editor changed since, and puts back what the folder says", async () => {
    const before = await exampleDataset();
    await loadDataset(neo4j.database, before, { now });
    const edited = { id: "lake-talks/zone-10", slug: "zone-10", caseId: "lake-talks", text: "another zone" };
    await editLocked(neo4j.database, "lake-talks", async (transaction) => {
      const row = { id: edited.id, properties: edited, dates: {}, numbers: {}, oldLabels: [], newLabels: [] };
      await transaction.run("load/update-nodes", { rows: [row] });
    });
    const report = await loadDataset(neo4j.database, before, { now });
    expect(report.tables.demands?.changed.ids).toEqual(["lake-talks/zone-10"]);
    expect(await readGraph(neo4j.database)).toEqual(freshGraph(before));
  });

  it("brings any stored state to any later one, exactly as planned, and leaves a sound database", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory({ maxStatements: 8 }), async (states) => {
        await removeAllNodes(neo4j.database);
        let rows = sortGraph({ nodes: [], relations: [] });
        for (const [at, state] of states.entries()) {
          const time = `2026-0${at + 1}-01T00:00:00Z`;
          const stored = rows.relations.map((row, key) => ({ ...row, key: String(key) }));
          rows = sortGraph(
            planLoad({ nodes: rows.nodes, relations: stored } as never, state.tables, time).final,
          );
          await loadDataset(neo4j.database, state, { now: () => new Date(time) });
          expect(await readGraph(neo4j.database)).toEqual(rows);
        }
        expect((await runDoctor(neo4j.database)).findings.filter(({ count }) => count > 0)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 240_000);

  it("makes the same graph in many transactions", async () => {
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE, { now, limits: SMALL });
    expect(await readGraph(neo4j.database)).toEqual(freshGraph(await exampleDataset()));
    expect(report.tables.statements?.added.count).toBe(27);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("makes the same graph where it comes into sight in several steps", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE, { now, limits: { ...SMALL, revealedAtOnce: 1 } });
    expect(await readGraph(neo4j.database)).toEqual(freshGraph(await exampleDataset()));
  });

  it.each([100_000, 1])(
    "replaces a stored case in many transactions (revealed at once: %i)",
    async (revealedAtOnce) => {
      const example = await exampleDataset();
      const changed = withOtherNotes(example);
      await loadDataset(neo4j.database, twinOf(example, "other"), { now });
      await loadDataset(neo4j.database, example, { now });
      const other = await readGraph(neo4j.database, "other");
      const stored = await readGraph(neo4j.database, "lake-talks");
      const keyed = stored.relations.map((row, key) => ({ ...row, key: String(key) }));
      const later = "2026-02-01T00:00:00Z";
      const plan = planLoad({ nodes: stored.nodes, relations: keyed } as never, changed.tables, later);
      await loadDataset(neo4j.database, changed, {
        now: () => new Date(later),
        limits: { ...SMALL, revealedAtOnce },
      });
      expect(await readGraph(neo4j.database, "lake-talks")).toEqual(sortGraph(plan.final));
      expect(await readGraph(neo4j.database, "other")).toEqual(other);
      expect((await runDoctor(neo4j.database)).isSound).toBe(true);
    },
  );

  it("lets a second load of the same case wait, and then find nothing to do", async () => {
    const [first, second] = await Promise.all([
      loadDataset(neo4j.database, EXAMPLE_CASE, { now }),
      loadDataset(neo4j.database, EXAMPLE_CASE, { now }),
    ]);
    expect([first.writtenRowCount, second.writtenRowCount].filter((count) => count > 0).length).toBe(1);
    expect(await readGraph(neo4j.database)).toEqual(freshGraph(await exampleDataset()));
  });

  it("refuses a second large load while one goes on", async () => {
    const loads = await Promise.allSettled([
      loadDataset(neo4j.database, EXAMPLE_CASE, { now, limits: SMALL }),
      loadDataset(neo4j.database, twinOf(await exampleDataset(), "other"), { now, limits: SMALL }),
    ]);
    const refused = loads.flatMap((load) => (load.status === "rejected" ? [load.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(["CONFLICT"]);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("links an actor to one of another case as soon as both are loaded, whichever comes first", async () => {
    const example = await exampleDataset();
    const river = twinOf(example, "river-talks");
    await loadDataset(neo4j.database, example, { now });
    await loadDataset(neo4j.database, river, { now });
    const links = await neo4j.database.runUserCypher(
      "MATCH (a)-[r:SAME_AS]->(b) RETURN a.id AS from, b.id AS to ORDER BY from",
    );
    expect(links.rows).toEqual([{ from: "lake-talks/eastmark", to: "river-talks/eastmark" }]);
  });

  it("finds names in Latin and Cyrillic, with and without accents", async () => {
    const example = await exampleDataset();
    const actors = example.tables.actors.map((row, at) =>
      at === 0 ? { ...row, aliases: ["Північ", "Nördland", "Северная земля"] } : row,
    );
    await loadDataset(neo4j.database, { ...example, tables: { ...example.tables, actors } });
    for (const words of ["північ", "nordland", "СЕВЕРНАЯ"]) {
      const found = await neo4j.database.runUserCypher(
        "CALL db.index.fulltext.queryNodes('recordText', $words) YIELD node RETURN node.id AS id",
        { words },
      );
      expect(found.rows).toEqual([{ id: "lake-talks/northland" }]);
    }
  });
});

/** Changes every statement and removes a meeting's worth of relations. */
function withOtherNotes(dataset: Dataset): Dataset {
  const { tables } = dataset;
  const statements = tables.statements.map((row) => ({ ...row, note: "coded again" }));
  return { ...dataset, tables: { ...tables, statements, provisions: tables.provisions.slice(1) } };
}
