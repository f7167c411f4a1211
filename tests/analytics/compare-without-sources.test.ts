import { beforeAll, describe, expect, it } from "vitest";
import { type ComparisonInput, compareWithoutSources } from "../../src/analytics/compare-without-sources.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

async function compare(input: Partial<ComparisonInput> & Pick<ComparisonInput, "analysis">) {
  const { differences, unchangedCount } = await compareWithoutSources(neo4j.database, {
    case: "lake-talks",
    sources: ["gazette-2021"],
    ...input,
  });
  const said = differences.map(
    ({ change, what, before, after }) => `${change} ${what}: ${before} → ${after}`,
  );
  return [...said, `${unchangedCount} unchanged`];
}

describe("compareWithoutSources(database, input)", () => {
  it("says which positions change", async () => {
    expect(await compare({ analysis: "POSITIONS" })).toEqual([
      "LOST Southland on “A fishing zone of 10 kilometres for Northland”: FOR → null",
      "LOST Southland on “A fishing zone of 40 kilometres for Northland”: AGAINST → null",
      "CHANGED Southland on “A fishing zone of at least 20 kilometres for Northland”: MIXED → FOR",
      "2 unchanged",
    ]);
  });

  it("says which statements a trace loses, and that a relation no longer leads to others", async () => {
    expect(await compare({ analysis: "TRACE", about: ["shared-island"] })).toEqual([
      "LOST s-23: Northland offered “Offer to share Gull Island”: DISPUTED → null",
      "LOST s-24: somebody not named rejected “Offer to share Gull Island”: REPORTED → null",
      "0 unchanged",
    ]);
  });

  it("says which edges a network loses", async () => {
    expect(await compare({ analysis: "NETWORK", network: "ACTS", actors: ["southland"] })).toEqual([
      "LOST Southland – A fishing zone of 10 kilometres for Northland (offered): 1 → null",
      "LOST Southland – A fishing zone of 40 kilometres for Northland (rejected): 1 → null",
      "LOST Southland – A fishing zone of at least 20 kilometres for Northland (rejected): 1 → null",
      "LOST Southland – Eastmark Plan (ignored): 1 → null",
      "4 unchanged",
    ]);
  });

  it.each<[ComparisonInput["analysis"], Partial<ComparisonInput>, string[]]>([
    [
      "POSITION_HISTORY",
      { about: ["southland", "fishing-zone"] },
      [
        "LOST s-05: Southland rejected “A fishing zone of 40 kilometres for Northland”: AGAINST → null",
        "LOST s-06: Southland offered “A fishing zone of 10 kilometres for Northland”: FOR → null",
        "LOST s-09: Southland rejected “A fishing zone of at least 20 kilometres for Northland”: AGAINST → null",
        "1 unchanged",
      ],
    ],
    ["REVERSALS", {}, ["LOST Southland: s-09, then s-12: MIXED → null", "1 unchanged"]],
    [
      "BARGAINING_RANGE",
      { about: ["fishing-zone"] },
      [
        "LOST Southland on “A fishing zone of 10 kilometres for Northland”: FOR → null",
        "CHANGED Southland on “A fishing zone of at least 20 kilometres for Northland”: MIXED → FOR",
        "CHANGED gap between Northland and Southland: 5 (NARROWED) → 5 (UNCHANGED)",
        "4 unchanged",
      ],
    ],
    [
      "MEDIATION_RECORD",
      { sources: ["lake-report"] },
      [
        "LOST Eastmark mediated First round: yes → null",
        "LOST Eastmark proposed Eastmark Plan: Northland: CONDITIONALLY_ACCEPTED; Southland: IGNORED, CRITICISED → null",
        "LOST Westmark offered to mediate Lake Process: yes → null",
        "0 unchanged",
      ],
    ],
    [
      "DISPUTES",
      { sources: ["courier-2021"] },
      [
        "LOST s-21: Northland violated “Northland's promise to keep the ceasefire”: CLAIMED → null",
        "LOST “Northland broke the accord.”: asserted by Southland; disputed by Anna Berg → null",
        "2 unchanged",
      ],
    ],
    [
      "SOURCE_DEPENDENCE",
      { sources: ["courier-2021"] },
      [
        "LOST lake-talks/gull-island-shots LED_TO lake-talks/s-19: Courier → null",
        "LOST lake-talks/s-11: Courier → null",
        "LOST lake-talks/s-19: Courier → null",
        "LOST lake-talks/s-20: Courier → null",
        "LOST lake-talks/s-21: Courier → null",
        "51 unchanged",
      ],
    ],
    [
      "TIMELINE",
      { sources: ["courier-2021"] },
      [
        "LOST s-11: Mara Voss criticised “Eastmark Plan”: undated → null",
        "LOST s-19: Southland accused “Northland broke the accord.”: undated → null",
        "LOST s-20: Anna Berg disputed “Northland broke the accord.”: undated → null",
        "LOST s-21: Northland violated “Northland's promise to keep the ceasefire”: 2021-05~ → null",
        "32 unchanged",
      ],
    ],
    ["PATHS", { about: ["southland", "zone-10"] }, ["LOST s-06: 1 step → null", "0 unchanged"]],
    [
      "SEARCH",
      { text: "offered" },
      [
        "LOST s-06: Southland offered “A fishing zone of 10 kilometres for Northland”: found → null",
        "LOST s-23: Northland offered “Offer to share Gull Island”: found → null",
        "2 unchanged",
      ],
    ],
  ])("compares %s", async (analysis, input, wanted) => {
    expect(await compare({ analysis, ...input })).toEqual(wanted);
  });

  it("finds nothing changed where a source is cited for nothing", async () => {
    expect(await compare({ analysis: "POSITIONS", sources: ["courier-2021"] })).toEqual(["5 unchanged"]);
  });
});
