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
      "CHANGED Southland on “A fishing zone of at least 20 kilometres for Northland”: MIXED → FOR",
      "LOST Southland on “A fishing zone of 40 kilometres for Northland”: AGAINST → null",
      "2 unchanged",
    ]);
  });

  it("says which statements a trace loses, and that a relation no longer leads to others", async () => {
    expect(await compare({ analysis: "TRACE", about: ["shared-island"] })).toEqual([
      "LOST Northland offered “Offer to share Gull Island”: DISPUTED → null",
      "LOST somebody not named rejected “Offer to share Gull Island”: REPORTED → null",
      "0 unchanged",
    ]);
  });

  it("says which edges a network loses", async () => {
    expect(await compare({ analysis: "NETWORK", network: "ACTS", actors: ["southland"] })).toEqual([
      "LOST Southland – Eastmark Plan (ignored): 1 → null",
      "LOST Southland – A fishing zone of 10 kilometres for Northland (offered): 1 → null",
      "LOST Southland – A fishing zone of at least 20 kilometres for Northland (rejected): 1 → null",
      "LOST Southland – A fishing zone of 40 kilometres for Northland (rejected): 1 → null",
      "4 unchanged",
    ]);
  });

  it.each<[ComparisonInput["analysis"], Partial<ComparisonInput>, string[]]>([
    [
      "POSITION_HISTORY",
      { about: ["southland", "fishing-zone"] },
      [
        "LOST Southland rejected “A fishing zone of 40 kilometres for Northland”: AGAINST → null",
        "LOST Southland offered “A fishing zone of 10 kilometres for Northland”: FOR → null",
        "LOST Southland rejected “A fishing zone of at least 20 kilometres for Northland”: AGAINST → null",
        "1 unchanged",
      ],
    ],
    [
      "REVERSALS",
      {},
      [
        "LOST Southland: Southland rejected “A fishing zone of at least 20 kilometres for Northland”, then Southland accepted “A fishing zone of at least 20 kilometres for Northland”: MIXED → null",
        "1 unchanged",
      ],
    ],
    [
      "BARGAINING_RANGE",
      { about: ["fishing-zone"] },
      [
        "CHANGED gap between Northland and Southland: 5 (NARROWED) → 5 (UNCHANGED)",
        "LOST Southland on “A fishing zone of 10 kilometres for Northland”: FOR → null",
        "CHANGED Southland on “A fishing zone of at least 20 kilometres for Northland”: MIXED → FOR",
        "4 unchanged",
      ],
    ],
    [
      "MEDIATION_RECORD",
      { sources: ["lake-report"] },
      [
        "LOST Eastmark mediated First round: yes → null",
        "LOST Eastmark proposed Eastmark Plan: Northland: CONDITIONALLY_ACCEPTED; Southland: IGNORED, CRITICISED, REJECTED on “A fishing zone of at least 20 kilometres for Northland” → null",
        "LOST Westmark offered to mediate Lake Process: yes → null",
        "0 unchanged",
      ],
    ],
    [
      "DISPUTES",
      { sources: ["courier-2021"] },
      [
        "LOST “Northland broke the accord.”: asserted by Southland; disputed by Anna Berg → null",
        "LOST Northland violated “Northland's promise to keep the ceasefire”: CLAIMED → null",
        "2 unchanged",
      ],
    ],
    [
      "SOURCE_DEPENDENCE",
      { sources: ["courier-2021"] },
      [
        "LOST Northland violated “Northland's promise to keep the ceasefire”: Courier → null",
        "LOST Southland accused “Northland broke the accord.”: Courier → null",
        "LOST Anna Berg disputed “Northland broke the accord.”: Courier → null",
        "LOST Mara Voss criticised “Eastmark Plan”: Courier → null",
        "LOST Patrol boats of Northland fire on fishermen led to s-19: Courier → null",
        "51 unchanged",
      ],
    ],
    [
      "TIMELINE",
      { sources: ["courier-2021"] },
      [
        "LOST Northland violated “Northland's promise to keep the ceasefire”: 2021-05~ → null",
        "LOST Southland accused “Northland broke the accord.”: undated → null",
        "LOST Anna Berg disputed “Northland broke the accord.”: undated → null",
        "LOST Mara Voss criticised “Eastmark Plan”: undated → null",
        "32 unchanged",
      ],
    ],
    [
      "PATHS",
      { about: ["southland", "zone-10"] },
      [
        "LOST Southland offered “A fishing zone of 10 kilometres for Northland”: 1 step → null",
        "0 unchanged",
      ],
    ],
    [
      "SEARCH",
      { text: "offered" },
      [
        "LOST Southland offered “A fishing zone of 10 kilometres for Northland”: found → null",
        "LOST Northland offered “Offer to share Gull Island”: found → null",
        "2 unchanged",
      ],
    ],
  ])("compares %s", async (analysis, input, wanted) => {
    expect(await compare({ analysis, ...input })).toEqual(wanted);
  });

  it("finds nothing changed where a source is cited for nothing", async () => {
    expect(await compare({ analysis: "POSITIONS", sources: ["courier-2021"] })).toEqual(["5 unchanged"]);
  });

  it("gives each difference the id of what it is about, in the order of the analysis", async () => {
    const { differences } = await compareWithoutSources(neo4j.database, {
      case: "lake-talks",
      analysis: "BARGAINING_RANGE",
      about: ["fishing-zone"],
      sources: ["gazette-2021"],
    });
    expect(differences.map(({ id }) => id)).toEqual([
      "lake-talks/northland lake-talks/southland",
      "lake-talks/southland lake-talks/zone-10",
      "lake-talks/southland lake-talks/zone-20",
    ]);
  });
});
