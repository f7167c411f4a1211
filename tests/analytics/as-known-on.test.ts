import { beforeAll, describe, expect, it } from "vitest";
import { bargainingRange } from "../../src/analytics/bargaining-range.ts";
import { disputes } from "../../src/analytics/disputes.ts";
import { mediationRecord } from "../../src/analytics/mediation-record.ts";
import { paths } from "../../src/analytics/paths.ts";
import { positionHistory } from "../../src/analytics/position-history.ts";
import { positions } from "../../src/analytics/positions.ts";
import { reversals } from "../../src/analytics/reversals.ts";
import { search } from "../../src/analytics/search.ts";
import { sourceDependence } from "../../src/analytics/source-dependence.ts";
import { timeline } from "../../src/analytics/timeline.ts";
import { trace } from "../../src/analytics/trace.ts";
import type { Database } from "../../src/database/database.ts";
import { type Dataset, makeDataset } from "../../src/dataset/dataset.ts";
import type { RecordOf } from "../../src/domain/tables.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { blankRecord } from "../support/blank-record.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readCase } from "./support/worlds.ts";

const FIRST_LOAD = new Date("2025-01-10T10:00:00Z");
const SECOND_LOAD = new Date("2025-02-10T10:00:00Z");
const BETWEEN = "2025-01-20";

const lake = { case: "lake-talks" };
const ANALYSES: Readonly<Record<string, (database: Database, asKnownOn?: string) => Promise<unknown>>> = {
  "trace of an actor": (database, asKnownOn) => trace(database, { id: "lake-talks/southland", asKnownOn }),
  "trace of a demand that is removed": (database, asKnownOn) =>
    trace(database, { id: "lake-talks/zone-5", asKnownOn }),
  "trace of a statement that is changed": (database, asKnownOn) =>
    trace(database, { id: "lake-talks/s-05", asKnownOn }),
  positions: (database, asKnownOn) => positions(database, { ...lake, asKnownOn }),
  "positions of an actor that is removed": (database, asKnownOn) =>
    positions(database, { ...lake, actors: ["union"], asKnownOn }),
  positionHistory: (database, asKnownOn) =>
    positionHistory(database, { ...lake, actor: "southland", issue: "fishing-zone", asKnownOn }),
  reversals: (database, asKnownOn) => reversals(database, { ...lake, asKnownOn }),
  bargainingRange: (database, asKnownOn) =>
    bargainingRange(database, { ...lake, issue: "fishing-zone", asKnownOn }),
  mediationRecord: (database, asKnownOn) => mediationRecord(database, { ...lake, asKnownOn }),
  disputes: (database, asKnownOn) => disputes(database, { ...lake, asKnownOn }),
  sourceDependence: (database, asKnownOn) => sourceDependence(database, { ...lake, asKnownOn }),
  timeline: (database, asKnownOn) => timeline(database, { ...lake, asKnownOn }),
  paths: (database, asKnownOn) =>
    paths(database, { source: "lake-talks/southland", target: "lake-talks/zone-5", asKnownOn }),
  search: (database, asKnownOn) =>
    search(database, { ...lake, text: "storm over the harbours", kinds: ["Statement"], asKnownOn }),
};

const neo4j = useDatabase();
const before = new Map<string, unknown>();
const ask = (name: string, asKnownOn?: string) => ANALYSES[name]?.(neo4j.database, asKnownOn);

beforeAll(async () => {
  const dataset = await readCase(EXAMPLE_CASE);
  await loadDataset(neo4j.database, extend(dataset), { now: () => FIRST_LOAD });
  for (const name of Object.keys(ANALYSES)) before.set(name, await ask(name));
  await loadDataset(neo4j.database, recode(dataset), { now: () => SECOND_LOAD });
});

const found = {
  date: "2021-05-10",
  dateBasis: "STATED",
  status: "REPORTED",
  foundIn: ["lake-report"],
} as const;

/** The example with a union, its demand, a storm, and what was said of them: a first coding. */
function extend({ tables }: Dataset): Dataset {
  const say = (slug: string, values: Partial<RecordOf<"statements">>) =>
    blankRecord("statements", { slug, actorBasis: "NAMED", actors: ["southland"], ...found, ...values });
  return makeDataset({
    ...tables,
    actors: [
      ...tables.actors,
      blankRecord("actors", { slug: "union", name: "Union of harbours", kind: "ORGANIZATION", ...found }),
    ],
    demands: [
      ...tables.demands,
      blankRecord("demands", {
        slug: "zone-5",
        text: "A zone of 5 kilometres",
        issue: "fishing-zone",
        value: 5,
        bound: "EXACT",
        ...found,
      }),
    ],
    events: [...tables.events, blankRecord("events", { slug: "storm", name: "A storm", ...found })],
    statements: [
      ...tables.statements,
      say("u-1", { act: "DEMANDED", actors: ["union"], target: "zone-5" }),
      say("u-2", { act: "REJECTED", target: "zone-5", date: "2021-05-11" }),
      say("u-3", { act: "ACCEPTED", target: "zone-5", date: "2021-05-12" }),
      say("u-4", { act: "WARNED", actors: ["union"], target: "storm", quote: "a storm over the harbours" }),
      say("u-5", { act: "HOSTED", actors: ["union"], target: "second-round" }),
    ],
  });
}

/** The later coding: without all that, and with two statements otherwise. */
function recode({ tables }: Dataset): Dataset {
  const statements = tables.statements.map((row) => {
    if (row.slug === "s-05") return { ...row, act: "ACCEPTED" as const };
    return row.slug === "s-20" ? { ...row, actors: ["northland"] } : row;
  });
  return makeDataset({ ...tables, statements });
}

/** A result as text: old versions under the names that they had, without what tells when it was recorded and asked. */
function plain(result: unknown): string[] {
  const text = JSON.stringify(result, (key, value) =>
    ["recordedAt", "retractedAt", "asKnownOn", "leftOut", "endCursor", "score"].includes(key) ? null : value,
  );
  return text
    .replaceAll(/~\d+/g, "")
    .split(/(?<=[{}[\]],?)/)
    .sort();
}

describe("every analysis, asked what was known before a later coding", () => {
  it.each(Object.keys(ANALYSES))("%s gives what it gave then", async (name) => {
    expect(plain(await ask(name, BETWEEN))).toEqual(plain(before.get(name)));
  });

  it.each(Object.keys(ANALYSES))(
    "%s gives something else now, or says that there is nothing",
    async (name) => {
      const now = await Promise.resolve(ask(name)).catch((error: Error) => ({ error: error.message }));
      expect(plain(now)).not.toEqual(plain(before.get(name)));
    },
  );

  it.each(["positions", "timeline", "disputes", "trace of an actor"])(
    "%s counts what was not known then",
    async (name) => {
      const { leftOut } = (await ask(name, BETWEEN)) as { leftOut: readonly { reason: string }[] };
      expect(leftOut.map(({ reason }) => reason)).toContain("NOT_KNOWN_THEN");
    },
  );

  it("finds nothing before anything was recorded", async () => {
    const { cells, emptyBecause } = await positions(neo4j.database, { ...lake, asKnownOn: "2020" });
    expect({ cells, emptyBecause }).toEqual({ cells: [], emptyBecause: "LEFT_OUT" });
  });
});
