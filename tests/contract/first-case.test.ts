import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Tables } from "../../src/dataset/dataset.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { TABLE_NAMES } from "../../src/domain/tables.ts";

const FIRST_CASE = fileURLToPath(new URL("../../seed/russia-ukraine", import.meta.url));

describe("the first case", () => {
  let tables: Tables;
  let problems: readonly unknown[];

  beforeAll(async () => {
    const read = await readDataset(FIRST_CASE);
    problems = read.problems;
    if (!read.dataset) throw new Error(`not valid: ${JSON.stringify(read.problems)}`);
    tables = read.dataset.tables;
  });

  test("has no problem", () => {
    expect(problems).toEqual([]);
  });

  test("keeps its number of rows", () => {
    const counts = Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].length]));
    expect(counts).toEqual(COUNTS);
  });

  test("tells of these meetings on these dates", () => {
    const meetings = tables.meetings.map(({ slug, date, dateBasis }) => [slug, date, dateBasis]);
    expect(meetings).toEqual(MEETINGS);
  });

  test("counts five rounds and the outcome of each", () => {
    const rounds = tables.meetings.filter(({ round }) => round !== null);
    expect(rounds.map(({ round, date, outcomeKind }) => [round, date, outcomeKind])).toEqual([
      [1, "2022-02-28", "PARTIAL"],
      [2, "2022-03-03", "PARTIAL"],
      [3, "2022-03-07", "NOT_STATED"],
      [4, "2022-03-17", "NONE"],
      [5, "2022-03-21", "NONE"],
    ]);
  });

  test("keeps every number with its unit and bound", () => {
    const units = new Map(tables.issues.map(({ slug, unit }) => [slug, unit]));
    const values = tables.demands
      .filter(({ value }) => value !== null)
      .map((demand) => [
        demand.slug,
        demand.value,
        demand.valueMax,
        demand.bound,
        units.get(demand.issue ?? ""),
        demand.valuePrinted,
      ]);
    expect(values).toEqual([
      ["crimea-talks-deferred-15-years", 5475, null, "EXACT", "days", "15 years"],
      ["armed-forces-250000", 250000, null, "AT_MOST", "persons", "250,000"],
      ["armed-forces-85000", 85000, null, "AT_MOST", "persons", "85,000"],
      ["thirty-day-ceasefire", 30, null, "EXACT", "days", "30-day"],
      ["no-attacks-on-energy-for-a-month", 30, null, "EXACT", "days", "a month"],
      ["exchange-of-6000-bodies", 6000, null, "EXACT", "bodies", "6,000"],
      ["three-month-ceasefire", 90, null, "AT_LEAST", "days", "at least three months"],
      ["two-to-three-day-ceasefire", 2, 3, "RANGE", "days", "two- or three-day"],
      ["elections-within-100-days", 100, null, "AT_MOST", "days", "within 100 days"],
    ]);
  });

  test("dates nothing but Peskov's two demands to 6 April 2022", () => {
    const dated = [...tables.statements, ...tables.meetings, ...tables.events, ...tables.proposals];
    const slugs = dated.filter(({ date }) => date === "2022-04-06").map(({ slug }) => slug);
    expect(slugs).toEqual(["peskov-demanded-crimea-2022-04", "peskov-demanded-donbas-2022-04"]);
  });

  test("cites one work without an entry in the reference list", () => {
    const listed = listing(tables);
    expect([...citedSources(tables)].filter((slug) => listed.get(slug) !== true)).toEqual(["nv-ua-2023"]);
  });

  test("lists 42 works, of which one is never cited", () => {
    const cited = citedSources(tables);
    const listed = tables.sources.filter(({ listed }) => listed === true).map(({ slug }) => slug);
    expect([listed.length, listed.filter((slug) => !cited.has(slug))]).toEqual([
      42,
      ["foreign-affairs-2024"],
    ]);
  });

  test("says who was at each meeting", () => {
    expect(meetingsByAct(tables, "ATTENDED")).toEqual(ATTENDED);
  });

  test("says who did not come, and who was asked", () => {
    expect([
      meetingsByAct(tables, "DID_NOT_ATTEND"),
      meetingsByAct(tables, "DECLINED_TO_ATTEND"),
      tables.statements
        .filter(({ act }) => act === "INVITED")
        .map(({ target, addressedTo }) => [target, addressedTo]),
    ]).toEqual([{ "istanbul-talks-2025": ["putin", "trump"] }, {}, [["istanbul-talks-2025", ["trump"]]]]);
  });

  test("keeps mediators, hosts and mere venues apart", () => {
    const venues = tables.meetings.filter(({ heldIn }) => heldIn !== null);
    expect({
      mediated: meetingsByAct(tables, "MEDIATED"),
      hosted: meetingsByAct(tables, "HOSTED"),
      venues: venues.map(({ slug, heldIn }) => [slug, heldIn]),
    }).toEqual({
      mediated: {
        "antalya-2022-03-10": ["turkey"],
        "istanbul-talks-2025": ["turkey"],
        "peace-talks-2022": ["turkey"],
      },
      hosted: {
        "istanbul-2022-03-29": ["turkey"],
        "istanbul-2025-05-16": ["turkey"],
        "istanbul-2025-06-02": ["turkey"],
      },
      venues: [
        ["round-1-gomel", "belarus"],
        ["saudi-forum-2023", "saudi-arabia"],
        ["swiss-summit-2024", "switzerland"],
        ["saudi-talks-2025-03-11", "saudi-arabia"],
      ],
    });
  });

  test("quotes every paragraph that says something of its subject", () => {
    const read = new Set(quotesOf(tables).map(({ locator }) => Number(locator.slice(1))));
    const body = Array.from({ length: LAST_PARAGRAPH }, (_, index) => index + 1);
    expect(body.filter((paragraph) => !read.has(paragraph))).toEqual(SILENT_PARAGRAPHS);
  });

  // The document is not part of the project. The sum is taken where `demarche validate --document` found every quote in it.
  test("quotes word for word what was found in the document", () => {
    const quotes = quotesOf(tables).map(({ locator, quote }) => `${locator} ${quote}\n`);
    const sum = createHash("sha256").update(quotes.join("")).digest("hex");
    expect([quotes.length, sum]).toEqual([QUOTE_COUNT, QUOTE_SUM]);
  });

  test("has the items of each plan", () => {
    const plans: Record<string, string[]> = {};
    for (const { proposal, demand } of tables.provisions)
      plans[proposal] = [...(plans[proposal] ?? []), demand];
    expect(plans).toEqual(PLANS);
  });
});

function listing(tables: Tables): ReadonlyMap<string, boolean | null> {
  return new Map(tables.sources.map(({ slug, listed }) => [slug, listed]));
}

function citedSources(tables: Tables): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const table of TABLE_NAMES) {
    for (const record of tables[table]) {
      if (!("cites" in record)) continue;
      for (const slug of [...record.cites, ...record.citesParagraph, ...record.citesOneOf]) cited.add(slug);
    }
  }
  return cited;
}

function quotesOf(tables: Tables): { locator: string; quote: string }[] {
  return TABLE_NAMES.flatMap((table) =>
    tables[table].flatMap((record) => {
      if (!("quote" in record) || record.quote === null || record.locator === null) return [];
      return [{ locator: record.locator, quote: record.quote }];
    }),
  );
}

function meetingsByAct(tables: Tables, wanted: string): Record<string, string[]> {
  const meetings: Record<string, string[]> = {};
  for (const { act, actors, target } of tables.statements) {
    if (act === wanted) meetings[target] = [...(meetings[target] ?? []), ...actors].sort();
  }
  return meetings;
}

/** The last paragraph before the reference list. */
const LAST_PARAGRAPH = 84;

/** Headings, the list of tools, and the keywords; the sources of information that ¶11 and ¶12 name are in sources.csv. */
const SILENT_PARAGRAPHS = [1, 6, 10, 11, 12, 13, 14, 15, 16, 19, 20, 28, 52, 62, 78];

const QUOTE_COUNT = 762;
const QUOTE_SUM = "0368754e79ec49c743883abf7f8cc717b40047f0d0fbcb808ea60d4e7734f42f";

const COUNTS = {
  case: 1,
  actors: 53,
  representations: 21,
  issues: 34,
  demands: 58,
  proposals: 25,
  provisions: 47,
  meetings: 24,
  events: 30,
  claims: 116,
  sources: 50,
  statements: 290,
  links: 64,
  findings: 0,
  same_as: 0,
  former_ids: 0,
};

const MEETINGS = [
  ["round-1-gomel", "2022-02-28", "STATED"],
  ["round-2-brest", "2022-03-03", "STATED"],
  ["round-3", "2022-03-07", "YEAR_FROM_CONTEXT"],
  ["antalya-2022-03-10", "2022-03-10", "STATED"],
  ["round-4", "2022-03-17", "YEAR_FROM_CONTEXT"],
  ["round-5", "2022-03-21", "DERIVED"],
  ["istanbul-2022-03-29", "2022-03-29", "STATED"],
  ["online-talks-2022", "2022-04", "INFERRED_FROM_ORDER"],
  ["online-talks-2022-04-12", "2022-04-12", "YEAR_FROM_CONTEXT"],
  ["online-talks-2022-04-15", "2022-04-15", "YEAR_FROM_CONTEXT"],
  ["istanbul-process-2022", "2022-03-29/2022-05", "DERIVED"],
  ["peace-talks-2022", "2022-02-28/2022-05", "DERIVED"],
  ["g20-summit-2022", "2022-11", "YEAR_FROM_CONTEXT"],
  ["african-visit-2023", "2023-06", "STATED"],
  ["saudi-forum-2023", "2023-08", "STATED"],
  ["swiss-summit-2024", "2024-06", "STATED"],
  ["zelensky-us-visit-2024", "2024-09", "YEAR_FROM_CONTEXT"],
  ["paris-meeting", null, "NOT_GIVEN"],
  ["saudi-talks-2025-03-11", "2025-03-11", "YEAR_FROM_CONTEXT"],
  ["trump-putin-call-2025-03", null, "NOT_GIVEN"],
  ["istanbul-talks-2025", "2025-05-16/2025-06-02", "YEAR_FROM_CONTEXT"],
  ["istanbul-2025-05-16", "2025-05-16", "YEAR_FROM_CONTEXT"],
  ["istanbul-2025-06-02", "2025-06-02", "YEAR_FROM_CONTEXT"],
  ["trump-putin-call-on-pautina", null, "NOT_GIVEN"],
];

const ATTENDED = {
  "round-1-gomel": ["russia", "ukraine"],
  "round-2-brest": ["russia", "ukraine"],
  "round-3": ["russia", "ukraine"],
  "antalya-2022-03-10": ["kuleba", "lavrov"],
  "round-4": ["russia", "ukraine"],
  "round-5": ["russia", "ukraine"],
  "istanbul-2022-03-29": ["russia", "ukraine"],
  "online-talks-2022-04-12": ["russia", "ukraine"],
  "online-talks-2022-04-15": ["russia", "ukraine"],
  "g20-summit-2022": ["zelensky"],
  "african-visit-2023": ["egypt", "senegal", "south-africa", "zambia"],
  "saudi-forum-2023": ["saudi-forum-countries"],
  "zelensky-us-visit-2024": ["zelensky"],
  "paris-meeting": ["european-leaders", "trump", "zelensky"],
  "saudi-talks-2025-03-11": ["ukraine", "united-states"],
  "trump-putin-call-2025-03": ["putin", "trump"],
  "istanbul-talks-2025": ["medinsky", "zelensky"],
  "istanbul-2025-05-16": ["russia", "ukraine"],
  "istanbul-2025-06-02": ["russia", "ukraine"],
  "trump-putin-call-on-pautina": ["putin", "trump"],
};

const PLANS = {
  "kozak-proposal": ["russia-ends-the-war", "ukraine-stays-out-of-nato"],
  "agreement-on-further-discussions": ["further-discussions"],
  "agreement-on-humanitarian-corridors": ["humanitarian-corridors"],
  "istanbul-key-provisions": [
    "ukraine-neutrality",
    "ukraine-non-nuclear",
    "no-foreign-bases",
    "automatic-guarantor-assistance",
  ],
  "kyiv-chernihiv-promise": ["halt-of-operations-kyiv-chernihiv"],
  "provisional-agreement-on-crimea": ["negotiations-on-crimea-status"],
  "by-agreement-clause": ["guarantor-assistance-by-agreement", "automatic-guarantor-assistance"],
  "china-twelve-point-proposal": ["lift-sanctions-on-russia", "halt-nato-expansion", "ceasefire"],
  "lula-plan": ["ukraine-relinquishes-crimea", "russian-withdrawal-except-crimea"],
  "indonesia-proposal": ["ceasefire", "demilitarized-zone-under-un"],
  "african-proposal": ["ceasefire", "release-of-prisoners-and-children", "launch-of-negotiations"],
  "minerals-offer": ["joint-use-of-minerals", "long-term-security-guarantees"],
  "victory-plan": [
    "joint-use-of-minerals",
    "long-term-security-guarantees",
    "ukraine-joins-nato",
    "strengthened-national-defense",
    "deterrence-capacity",
    "strategic-economic-capabilities",
    "security-assurances",
  ],
  "us-thirty-day-ceasefire-proposal": ["thirty-day-ceasefire"],
  "putin-energy-promise": ["no-attacks-on-energy-for-a-month"],
  "us-draft-2025-04-25": [
    "crimea-control-legally-recognized",
    "four-regions-occupation-accepted",
    "ukraine-stays-out-of-nato",
    "security-assurances",
    "lift-sanctions-on-russia",
  ],
  "agreement-on-corpse-exchange": ["exchange-of-6000-bodies"],
  "russian-proposal-2025": [
    "ukrainian-withdrawal-four-regions",
    "crimea-recognized-as-russian",
    "ukraine-neutrality-guarantees",
    "ukraine-stays-out-of-nato",
    "ukraine-military-downsizing",
    "official-status-russian-language",
    "halt-of-western-military-support",
    "elections-within-100-days",
  ],
};
