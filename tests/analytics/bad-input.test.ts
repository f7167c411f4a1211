import { beforeAll, describe, expect, it } from "vitest";
import { bargainingRange } from "../../src/analytics/bargaining-range.ts";
import { compareWithoutSources } from "../../src/analytics/compare-without-sources.ts";
import { disputes } from "../../src/analytics/disputes.ts";
import { paths } from "../../src/analytics/paths.ts";
import { positionHistory } from "../../src/analytics/position-history.ts";
import { positions } from "../../src/analytics/positions.ts";
import { reversals } from "../../src/analytics/reversals.ts";
import { search } from "../../src/analytics/search.ts";
import { sourceDependence } from "../../src/analytics/source-dependence.ts";
import { timeline } from "../../src/analytics/timeline.ts";
import { trace } from "../../src/analytics/trace.ts";
import type { Database } from "../../src/database/database.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { blankRecord } from "../support/blank-record.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
  await loadDataset(neo4j.database, twinCase());
});

/** A case that shares the slug `eastmark` with the example, and says nothing. */
function twinCase() {
  return makeDataset({
    case: [blankRecord("case", { slug: "river-talks", title: "The River Talks", licence: "CC0-1.0" })],
    actors: [
      blankRecord("actors", { slug: "eastmark", name: "Eastmark", kind: "STATE", foundIn: ["notes"] }),
    ],
    sources: [blankRecord("sources", { slug: "notes", title: "Notes", listed: false, coverage: "PARTIAL" })],
  });
}

const lake = { case: "lake-talks" };

const WRONG: readonly [string, (database: Database) => Promise<unknown>, string, string][] = [
  [
    "an id that nothing has",
    (database) => trace(database, { id: "lake-talks/zone-41" }),
    "NOT_FOUND",
    'Nothing is called "lake-talks/zone-41" in the case "lake-talks"; did you mean lake-talks/zone-40, lake-talks/zone-10, lake-talks/zone-20?',
  ],
  [
    "a case that is not loaded, in an id",
    (database) => trace(database, { id: "lake-talk/zone-40" }),
    "UNKNOWN_CASE",
    'No case "lake-talk" is loaded; did you mean lake-talks?',
  ],
  [
    "a slug that two cases have",
    (database) => trace(database, { id: "eastmark" }),
    "BAD_INPUT",
    '"eastmark" stands in several cases: say which, lake-talks/eastmark or river-talks/eastmark.',
  ],
  [
    "an unknown issue",
    (database) => bargainingRange(database, { ...lake, issue: "fishing-zones" }),
    "NOT_FOUND",
    'No issue is called "fishing-zones" in the case "lake-talks"; did you mean lake-talks/fishing-zone?',
  ],
  [
    "an actor where an issue belongs",
    (database) => bargainingRange(database, { ...lake, issue: "northland" }),
    "BAD_INPUT",
    '"northland" is an actor, not an issue.',
  ],
  [
    "an unknown actor",
    (database) => positions(database, { ...lake, actors: ["nordland"] }),
    "NOT_FOUND",
    'No actor is called "nordland" in the case "lake-talks"; did you mean lake-talks/northland?',
  ],
  [
    "a thing of another case",
    (database) =>
      positionHistory(database, { ...lake, actor: "river-talks/eastmark", issue: "fishing-zone" }),
    "BAD_INPUT",
    '"river-talks/eastmark" is not of the case "lake-talks": name things of that case.',
  ],
  [
    "an unknown source",
    (database) => disputes(database, { ...lake, withoutSources: ["courier"] }),
    "NOT_FOUND",
    'No source is called "courier" in the case "lake-talks"; did you mean lake-talks/courier-2021?',
  ],
  [
    "an unknown case",
    (database) => timeline(database, { case: "sea-talks" }),
    "UNKNOWN_CASE",
    'No case "sea-talks" is loaded; did you mean river-talks, lake-talks?',
  ],
  [
    "reversed dates",
    (database) => reversals(database, { ...lake, from: "2022", to: "2021" }),
    "BAD_INPUT",
    "from (2022) is later than to (2021): exchange them.",
  ],
  ...[0, -1, 1_000_000].map((first): (typeof WRONG)[number] => [
    `first: ${first}`,
    (database) => sourceDependence(database, { ...lake, first }),
    "BAD_INPUT",
    `first is ${first}: ask for 1 to 1000 at once.`,
  ]),
  [
    "a path from a thing to itself",
    (database) => paths(database, { source: "lake-talks/northland", target: "lake-talks/northland" }),
    "BAD_INPUT",
    'source and target are both "lake-talks/northland": name two things.',
  ],
  [
    "a path between two cases",
    (database) => paths(database, { source: "lake-talks/northland", target: "river-talks/eastmark" }),
    "BAD_INPUT",
    '"lake-talks/northland" and "river-talks/eastmark" are of different cases: paths run within one.',
  ],
  [
    "a search for nothing",
    (database) => search(database, { text: " *:* " }),
    "BAD_INPUT",
    'text " *:* " has no letter or digit: give a word to look for.',
  ],
  [
    "a kind of thing that there is not",
    (database) => timeline(database, { ...lake, kinds: ["Actor" as "Event"] }),
    "BAD_INPUT",
    'kinds "Actor" is not one of Statement, Meeting, Event, Proposal.',
  ],
  [
    "a comparison that does not say of what",
    (database) =>
      compareWithoutSources(database, {
        ...lake,
        analysis: "PATHS",
        sources: ["gazette-2021"],
        about: ["northland"],
      }),
    "BAD_INPUT",
    "about names 1 things: this analysis takes where the chains start and where they end.",
  ],
  [
    "a comparison without sources",
    (database) => compareWithoutSources(database, { ...lake, analysis: "POSITIONS", sources: [] }),
    "BAD_INPUT",
    "sources is empty: name at least one source to leave out.",
  ],
];

describe("the analyses", () => {
  it.each(WRONG)("refuse %s", async (_what, ask, code, message) => {
    await expect(ask(neo4j.database)).rejects.toMatchObject({ name: "DemarcheError", code, message });
  });

  it("offer suggestions to machines too", async () => {
    await expect(trace(neo4j.database, { id: "lake-talks/zone-41" })).rejects.toMatchObject({
      details: { suggestions: ["lake-talks/zone-40", "lake-talks/zone-10", "lake-talks/zone-20"] },
    });
  });

  it("answer to a slug alone where one case has it, and to a former id", async () => {
    expect((await trace(neo4j.database, { id: "zone-40" })).root.id).toBe("lake-talks/zone-40");
    expect((await trace(neo4j.database, { id: "plan-of-eastmark" })).root.id).toBe(
      "lake-talks/eastmark-plan",
    );
    expect((await trace(neo4j.database, { id: "lake-talks/plan-of-eastmark" })).root.id).toBe(
      "lake-talks/eastmark-plan",
    );
  });

  it("say that the documents do not say so, or that they were not wholly coded", async () => {
    const asked = [
      positions(neo4j.database, { ...lake, issues: ["gull-island"], actors: ["southland"] }),
      positions(neo4j.database, { case: "river-talks" }),
      positions(neo4j.database, { ...lake, to: "2020" }),
    ];
    expect((await Promise.all(asked)).map(({ emptyBecause }) => emptyBecause)).toEqual([
      "NOT_STATED",
      "NOT_CODED",
      "LEFT_OUT",
    ]);
  });

  it("count what they leave out, by reason", async () => {
    const { leftOut } = await timeline(neo4j.database, {
      ...lake,
      kinds: ["Statement"],
      statuses: ["REPORTED"],
      from: "2021-05",
      to: "2021-05",
      withoutSources: ["courier-2021"],
    });
    expect(leftOut).toEqual([
      { reason: "OPINION", count: 1 },
      { reason: "DISPUTED", count: 1 },
      { reason: "CLAIMED", count: 2 },
      { reason: "OUTSIDE_DATES", count: 8 },
      { reason: "TOO_VAGUE_DATE", count: 3 },
      { reason: "UNDATED", count: 4 },
      { reason: "OPEN_ENDED_DATE", count: 1 },
    ]);
  });

  it("count what they leave out of the actors asked for alone", async () => {
    const may = { ...lake, from: "2021-05", to: "2021-05" };
    const ask = async (actors: readonly string[]) =>
      (await positions(neo4j.database, { ...may, actors })).leftOut;
    expect(await Promise.all([ask(["southland"]), ask(["eastmark"]), ask([])])).toEqual([
      [
        { reason: "OUTSIDE_DATES", count: 2 },
        { reason: "TOO_VAGUE_DATE", count: 1 },
      ],
      [],
      [
        { reason: "OUTSIDE_DATES", count: 3 },
        { reason: "TOO_VAGUE_DATE", count: 1 },
      ],
    ]);
  });

  it("show what was known at a time", async () => {
    const at = async (asKnownOn: string) => {
      const { statements } = await trace(neo4j.database, { id: "mara-voss", asKnownOn });
      return statements.map(({ slug, act }) => `${slug} ${act}`);
    };
    expect(await at("2021-07-01T09:00:00Z")).toEqual(["s-27 BACKED"]);
    expect(await at("2021-07-01T09:30:00Z")).toEqual([]);
  });

  it("give pages that fit together", async () => {
    const whole = await timeline(neo4j.database, lake);
    const slugs: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await timeline(neo4j.database, { ...lake, first: 7, after });
      slugs.push(...page.entries.map(({ slug }) => slug));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(slugs).toEqual(whole.entries.map(({ slug }) => slug));
  });

  it("leave out a work with all its entries", async () => {
    const { filters, leftOut } = await sourceDependence(neo4j.database, {
      ...lake,
      withoutSources: ["gazette-reprint"],
    });
    expect({ filters: filters.withoutSources, leftOut }).toEqual({
      filters: ["lake-talks/gazette-reprint"],
      leftOut: [{ reason: "SOURCE_LEFT_OUT", count: 7 }],
    });
  });
});
