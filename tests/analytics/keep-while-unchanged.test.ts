import { beforeAll, describe, expect, it } from "vitest";
import { disputes } from "../../src/analytics/disputes.ts";
import { mediationRecord } from "../../src/analytics/mediation-record.ts";
import { positions } from "../../src/analytics/positions.ts";
import { reversals } from "../../src/analytics/reversals.ts";
import { sourceDependence } from "../../src/analytics/source-dependence.ts";
import { timeline } from "../../src/analytics/timeline.ts";
import type { Database } from "../../src/database/database.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readCase } from "./support/worlds.ts";

const neo4j = useDatabase();
const lake = { case: "lake-talks" };
const ANALYSES = { positions, reversals, mediationRecord, disputes, sourceDependence, timeline } as const;

/** The database, with a list of the queries that it was asked; some may fail. */
function listen(isBroken: (query: string) => boolean = () => false): { database: Database; asked: string[] } {
  const asked: string[] = [];
  const hear = (query: string) => {
    asked.push(query);
    if (isBroken(query)) throw new Error("connection lost");
  };
  const { database } = neo4j;
  const heard: Partial<Database> = {
    read: async (query, ...rest) => {
      hear(query);
      return await database.read(query, ...rest);
    },
    stream: (query, ...rest) => {
      hear(query);
      return database.stream(query, ...rest);
    },
  };
  return { database: heard as Database, asked };
}

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

describe("keepWhileUnchanged(database, selection, name, fetch)", () => {
  it.each(Object.entries(ANALYSES))(
    "lets %s ask only whether the case has changed, the second time",
    async (_name, ask) => {
      const { database, asked } = listen();
      const first = await ask(database, lake);
      expect(asked.length).toBeGreaterThan(2);
      asked.length = 0;
      expect(await ask(database, lake)).toEqual(first);
      expect(asked).toEqual(["analytics/case-context"]);
    },
  );

  it("gives with other filters what they let through", async () => {
    const { entries } = await timeline(neo4j.database, { ...lake, withoutSources: ["gazette-2021"] });
    const whole = await timeline(neo4j.database, lake);
    expect(entries.length).toBeLessThan(whole.entries.length);
    expect(await timeline(neo4j.database, lake)).toEqual(whole);
  });

  it("forgets what it kept once the case is written, and what is looked back to is read each time", async () => {
    const before = await positions(neo4j.database, lake);
    const { tables } = await readCase(EXAMPLE_CASE);
    const statements = tables.statements.filter(({ slug }) => slug !== "s-05");
    await loadDataset(neo4j.database, makeDataset({ ...tables, statements }));
    const after = await positions(neo4j.database, lake);
    const statementsOf = ({ cells }: typeof after) =>
      cells.flatMap((cell) => cell.statements.map(({ slug }) => slug));
    expect(statementsOf(before)).toContain("s-05");
    expect(statementsOf(after)).not.toContain("s-05");
    const { database, asked } = listen();
    for (const _time of [1, 2]) await positions(database, { ...lake, asKnownOn: "2021-12" });
    expect(asked.filter((query) => query === "analytics/statements-of-case")).toHaveLength(2);
  });

  it("asks again after a fetch that failed", async () => {
    let isBroken = true;
    const { database: faulty } = listen((query) => isBroken && query === "analytics/actors-of-case");
    await expect(positions(faulty, lake)).rejects.toThrow("connection lost");
    isBroken = false;
    expect(await positions(faulty, lake)).toEqual(await positions(neo4j.database, lake));
  });
});
