import type { GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import type { FilterInput } from "../../src/analytics/analysis-filter.ts";
import { bargainingRange } from "../../src/analytics/bargaining-range.ts";
import { disputes } from "../../src/analytics/disputes.ts";
import { mediationRecord } from "../../src/analytics/mediation-record.ts";
import type { PageInput } from "../../src/analytics/paging.ts";
import { paths } from "../../src/analytics/paths.ts";
import { positionHistory } from "../../src/analytics/position-history.ts";
import { positions } from "../../src/analytics/positions.ts";
import { reversals } from "../../src/analytics/reversals.ts";
import { search } from "../../src/analytics/search.ts";
import { sourceDependence } from "../../src/analytics/source-dependence.ts";
import { timeline } from "../../src/analytics/timeline.ts";
import { trace } from "../../src/analytics/trace.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import type { Database } from "../../src/database/database.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import type { StatementFilter } from "../../src/domain/statement-filter.ts";
import { makeSchema } from "../../src/graphql/schema.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { blankRecord } from "../support/blank-record.ts";
import { useDatabase } from "../support/neo4j.ts";

type Words = FilterInput & PageInput;
type Ask = (database: Database, words: Words) => Promise<object>;

const pier = { case: "pier-talks" };
const ANALYSES: Readonly<Record<string, Ask>> = {
  trace: (database, words) => trace(database, { id: "pier-talks/harbour", ...words }),
  positions: (database, words) => positions(database, { ...pier, ...words }),
  positionHistory: (database, words) =>
    positionHistory(database, { ...pier, actor: "harbour", issue: "length", ...words }),
  reversals: (database, words) => reversals(database, { ...pier, ...words }),
  bargainingRange: (database, words) => bargainingRange(database, { ...pier, issue: "length", ...words }),
  mediationRecord: (database, words) => mediationRecord(database, { ...pier, ...words }),
  disputes: (database, words) => disputes(database, { ...pier, ...words }),
  sourceDependence: (database, words) => sourceDependence(database, { ...pier, ...words }),
  timeline: (database, words) => timeline(database, { ...pier, actors: ["harbour"], ...words }),
  paths: (database, words) =>
    paths(database, { source: "pier-talks/harbour", target: "pier-talks/long-pier", ...words }),
  search: (database, words) =>
    search(database, { ...pier, text: "pier", kinds: ["Statement", "Demand"], ...words }),
};

interface Argument {
  /** What is given beside the argument, so that it can have an effect. */
  readonly given?: Words;
  readonly words: Words;
  /** Analyses on which it can have none, with the reason. */
  readonly not?: Readonly<Record<string, string>>;
}

const NAMES_NOBODY = {
  sourceDependence: "what rests on which source is not a matter of who spoke",
  search: "texts are found, whoever spoke",
};

const ARGUMENTS: Readonly<Record<string, Argument>> = {
  from: { words: { from: "2021-03" } },
  to: { words: { to: "2021-02" } },
  asOf: { words: { asOf: "2021-02" } },
  overlap: { given: { from: "2021-03-02", to: "2021-03-30" }, words: { overlap: "ANY" } },
  statuses: { words: { statuses: ["REPORTED"] } },
  withoutSources: { words: { withoutSources: ["gazette"] } },
  citationScope: { given: { withoutSources: ["gazette"] }, words: { citationScope: "PARAGRAPH" } },
  rollUp: { given: { rollUp: "NONE" }, words: { rollUp: "STATE" }, not: NAMES_NOBODY },
  expandCoalitions: { words: { expandCoalitions: true }, not: NAMES_NOBODY },
  mergeSameAs: { words: { mergeSameAs: true }, not: NAMES_NOBODY },
  asKnownOn: { words: { asKnownOn: "2019" } },
  first: { words: { first: 1 } },
};

/**
 * Harbour and Shore argue about a pier. The mayor speaks for Harbour, the League stands for Harbour and Shore, and the Port
 * is Harbour by another name. What they do comes four times over: dated, by a month, only claimed, and cited in the paragraph.
 */
function pierTalks() {
  const found = { foundIn: ["report"] } as const;
  const actor = (slug: string, kind: "STATE" | "PERSON" | "COALITION", caseRole: "PARTY" | "THIRD_PARTY") =>
    blankRecord("actors", { slug, name: slug, kind, caseRole, ...found });
  const demand = (slug: string, value: number) =>
    blankRecord("demands", { slug, text: `a ${slug}`, issue: "length", value, bound: "EXACT", ...found });
  let number = 0;
  const say = (act: "DEMANDED" | "REJECTED" | "MEDIATED" | "ASSERTED" | "DISPUTED", target: string) =>
    ["harbour", "mayor", "league", "port", "shore"].flatMap((speaker) =>
      (
        [
          { date: "2021-02-01", dateBasis: "STATED", status: "REPORTED", cites: ["gazette"] },
          { date: "2021-03", dateBasis: "STATED", status: "REPORTED" },
          { date: "2021-03-15", dateBasis: "STATED", status: "CLAIMED", assertedBy: ["shore"] },
          {
            date: "2021-03-20",
            dateBasis: "STATED",
            status: "REPORTED",
            cites: ["gazette"],
            citesParagraph: ["courier"],
          },
        ] as const
      ).map((values) => {
        number += 1;
        return blankRecord("statements", {
          slug: `s-${number}`,
          act,
          target,
          actors: [speaker],
          actorBasis: "NAMED",
          quote: `a word on the pier, the ${number}th`,
          ...found,
          ...values,
        });
      }),
    );
  return makeDataset({
    case: [blankRecord("case", { slug: "pier-talks", title: "The pier talks", licence: "CC0-1.0" })],
    actors: [
      actor("harbour", "STATE", "THIRD_PARTY"),
      actor("port", "STATE", "THIRD_PARTY"),
      actor("shore", "STATE", "PARTY"),
      actor("mayor", "PERSON", "THIRD_PARTY"),
      actor("league", "COALITION", "THIRD_PARTY"),
    ],
    representations: [
      blankRecord("representations", { actor: "mayor", relation: "REPRESENTS", of: "harbour", ...found }),
      blankRecord("representations", { actor: "harbour", relation: "MEMBER_OF", of: "league", ...found }),
    ],
    issues: [blankRecord("issues", { slug: "length", name: "length of the pier", unit: "metres" })],
    demands: [demand("long-pier", 90), demand("short-pier", 30)],
    meetings: [blankRecord("meetings", { slug: "meeting", name: "a meeting", kind: "ROUND", ...found })],
    claims: [blankRecord("claims", { slug: "claim", text: "the pier is rotten", ...found })],
    sources: ["report", "gazette", "courier"].map((slug) =>
      blankRecord("sources", { slug, title: slug, listed: slug !== "report", coverage: "COMPLETE" }),
    ),
    statements: [
      ...say("DEMANDED", "long-pier"),
      ...say("REJECTED", "long-pier"),
      ...say("DEMANDED", "short-pier"),
      ...say("MEDIATED", "meeting"),
      ...say("ASSERTED", "claim"),
      ...say("DISPUTED", "claim"),
    ],
  });
}

const neo4j = useDatabase();
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await makeSchema();
  await loadDataset(neo4j.database, pierTalks());
  await neo4j.database.write((transaction) =>
    transaction.run("curation/link-same-as", {
      case: "pier-talks",
      from: "pier-talks/port",
      to: "pier-talks/harbour",
      assertedBy: "a test",
      why: "the same quay",
    }),
  );
});

/** What an analysis says, without what it says of itself. */
async function ask(analysis: string, words: Words): Promise<unknown> {
  const answer = (await ANALYSES[analysis]?.(neo4j.database, words)) as Record<string, unknown>;
  const { filters: _filters, leftOut: _leftOut, pageInfo: _pageInfo, emptyBecause: _why, ...said } = answer;
  return said;
}

describe.each(Object.keys(ANALYSES))("%s", (analysis) => {
  it.each(Object.keys(ARGUMENTS))("takes %s, which has an effect where it can", async (name) => {
    const { given = {}, words, not = {} } = ARGUMENTS[name] as Argument;
    const [without, having] = [await ask(analysis, given), await ask(analysis, { ...given, ...words })];
    if (analysis in not) expect(having).toEqual(without);
    else expect(having).not.toEqual(without);
  });

  it("says which filters it used", async () => {
    const words = {
      from: "2021",
      overlap: "ANY",
      statuses: ["CLAIMED"],
      withoutSources: ["gazette"],
    } as const;
    const more = {
      citationScope: "PARAGRAPH",
      rollUp: "STATE",
      mergeSameAs: true,
      expandCoalitions: true,
    } as const;
    const answer = await ANALYSES[analysis]?.(neo4j.database, {
      ...words,
      ...more,
      asOf: "2021-03",
      asKnownOn: "2100",
    });
    expect((answer as { filters: StatementFilter }).filters).toEqual({
      ...words,
      ...more,
      ...pier,
      from: "2021-01-01",
      to: "2021-03-31",
      withoutSources: ["pier-talks/gazette"],
      asKnownOn: "2100-12-31T23:59:59.999Z",
    });
  });

  it("has every argument in GraphQL and on the command line", () => {
    const field = schema.getQueryType()?.getFields()[analysis];
    const wanted = [...Object.keys(ARGUMENTS), "after"];
    expect(wanted.filter((name) => !field?.args.some((argument) => argument.name === name))).toEqual([]);
    const kebab = analysis.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const command = COMMANDS.find(({ name }) => name === kebab);
    const flags = (command?.options ?? []).map(({ flags: text }) => text.split(" ")[0]);
    const optionOf = (name: string) =>
      ({ statuses: "--status", withoutSources: "--without-source" })[name] ??
      `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(wanted.map(optionOf).filter((flag) => !flags.includes(flag))).toEqual([]);
  });
});
