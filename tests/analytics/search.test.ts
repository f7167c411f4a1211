import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { search } from "../../src/analytics/search.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { blankRecord } from "../support/blank-record.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readCase } from "./support/worlds.ts";

const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
  await loadDataset(neo4j.database, FIRST_CASE);
});

async function find(text: string, caseSlug = "lake-talks") {
  const { hits } = await search(neo4j.database, { text, case: caseSlug, first: 5 });
  return hits.map(({ slug, rank }) => `${slug} ${rank}`);
}

describe("search(database, input) of names with signs and accents", () => {
  const NAMES = [
    "O'Brien",
    "Côte d’Ivoire",
    "U.S. State Office",
    "Nove\u0301 Me\u030Csto",
    "ΟΔΟΣ",
    "l'État",
    "a_b",
  ];

  beforeAll(async () => {
    const actors = NAMES.map((name, index) =>
      blankRecord("actors", { slug: `actor-${index}`, name, kind: "STATE" }),
    );
    const about = blankRecord("case", { slug: "signs", title: "Signs", licence: "CC0-1.0" });
    await loadDataset(neo4j.database, makeDataset({ case: [about], actors }));
  });

  it.each(NAMES)("finds %s as it is written", async (name) => {
    expect(await find(name, "signs")).toEqual([`actor-${NAMES.indexOf(name)} EXACT`]);
  });

  it.each([
    ["the name behind what is elided", "Brien", "actor-0 ALL_WORDS"],
    ["another apostrophe", "O’Brien", "actor-0 EXACT"],
    ["neither accent nor apostrophe", "cote ivoire", "actor-1 SIMILAR"],
    ["an accent elsewhere", "etat", "actor-5 SIMILAR"],
    ["initials", "u.s.", "actor-2 ALL_WORDS"],
    ["composed accents", "Nov\u00E9 M\u011Bsto", "actor-3 EXACT"],
  ])("finds a name by %s", async (_what, text, first) => {
    expect(await find(text, "signs")).toEqual([first]);
  });
});

describe("search(database, input)", () => {
  it.each([
    ["a name", "Northland", "northland EXACT"],
    ["an alias in Latin letters", "nordland", "northland EXACT"],
    ["an alias in Cyrillic letters", "НОРДЛАНДИЯ", "northland EXACT"],
    ["a Cyrillic alias, spelled in Latin letters", "Nordlandiya", "northland EXACT"],
    ["a Latin name, spelled in Cyrillic letters", "Истмарк", "eastmark SIMILAR"],
    ["a name without its accents", "Sudland", "southland SIMILAR"],
    ["a name with a typing error", "Eastmrak", "eastmark SIMILAR"],
    ["two words in either order", "Berg Anna", "anna-berg ALL_WORDS"],
    ["the beginning of a word", "fishermen", "fishermen ALL_WORDS"],
  ])("finds %s", async (_what, text, first) => {
    expect((await find(text))[0]).toBe(first);
  });

  it("finds every actor of the first case first by its name", async () => {
    const { tables } = await readCase(FIRST_CASE);
    for (const { slug, name } of tables.actors) {
      const { hits } = await search(neo4j.database, { text: name, case: "russia-ukraine" });
      expect(hits.filter(({ rank }) => rank === "EXACT").map((hit) => hit.slug)).toContain(slug);
    }
  });

  it("says where it matched, and gives the statement", async () => {
    const { hits } = await search(neo4j.database, {
      text: "map drawn by others",
      case: "lake-talks",
      first: 1,
    });
    expect(
      hits.map(({ slug, matches, statement, name }) => ({ slug, matches, name, act: statement?.act })),
    ).toEqual([
      {
        slug: "s-11",
        name: "Mara Voss criticised “Eastmark Plan”",
        matches: [
          { field: "quote", snippet: 'Its president, Mara Voss, called the plan "a map drawn by others"' },
        ],
        act: "CRITICISED",
      },
    ]);
  });

  it("looks in all cases where none is named, and only among the kinds asked for", async () => {
    const { hits, emptyBecause } = await search(neo4j.database, { text: "ceasefire", kinds: ["Issue"] });
    expect(hits.map(({ id }) => id).sort()).toEqual([
      "lake-talks/ceasefire",
      "russia-ukraine/ceasefire-length",
    ]);
    expect(emptyBecause).toBeNull();
  });

  it("leaves retracted statements out, save for a time when they stood", async () => {
    const at = async (asKnownOn: string | null) => {
      const { hits } = await search(neo4j.database, {
        text: "president Mara Voss",
        case: "lake-talks",
        asKnownOn,
      });
      return hits.map(({ slug }) => slug).filter((slug) => slug.startsWith("s-"));
    };
    expect(await at(null)).toEqual(["s-11"]);
    expect(await at("2021-07-01T09:10:00Z")).toEqual(["s-27"]);
  });

  it("says why it found nothing", async () => {
    const { hits, emptyBecause } = await search(neo4j.database, { text: "zzzzqqqq", case: "lake-talks" });
    expect({ hits, emptyBecause }).toEqual({ hits: [], emptyBecause: "NOT_STATED" });
  });

  it.each(['"', "\\", "a:b", "(", "AND", "zone* OR [1 TO 2]", "/.*/", "~2^5", "+-!{}", "}] RETURN 1 //"])(
    "takes %s as words",
    async (text) => {
      await expect(search(neo4j.database, { text: `zone ${text}` })).resolves.toMatchObject({
        alsoTried: expect.anything(),
      });
    },
  );

  it("finds a sentence of many words, each of which resembles others", async () => {
    const { tables } = await readCase(FIRST_CASE);
    const words = [...new Set(tables.claims.flatMap(({ text }) => text.match(/[A-Za-z]{4,}/g) ?? []))];
    for (const at of [0, 60, 120]) {
      const text = words.slice(at, at + 24).join(" ");
      const { hits } = await search(neo4j.database, { text, case: "russia-ukraine" });
      expect(hits.length).toBeGreaterThan(0);
    }
  });

  it("takes any text that has a letter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        await expect(search(neo4j.database, { text: `a${text}` })).resolves.toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
