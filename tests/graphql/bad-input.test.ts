import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const own = useDatabase();
const { ask } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

type Arguments = Readonly<Record<string, unknown>>;

/** What each analysis is asked, and the things of the question that may be misspelled. */
const ANALYSES: Readonly<Record<string, { asked: Arguments; unknown: readonly Arguments[] }>> = {
  trace: { asked: { id: "lake-talks/zone-40" }, unknown: [{ id: "lake-talks/zone-4" }] },
  positions: {
    asked: { case: "lake-talks" },
    unknown: [{ actors: ["northlan"] }, { issues: ["fishing-zon"] }],
  },
  positionHistory: {
    asked: { case: "lake-talks", actor: "northland", issue: "fishing-zone" },
    unknown: [{ actor: "northlan" }, { issue: "fishing-zon" }],
  },
  reversals: {
    asked: { case: "lake-talks" },
    unknown: [{ actors: ["northlan"] }, { issues: ["fishing-zon"] }],
  },
  bargainingRange: {
    asked: { case: "lake-talks", issue: "fishing-zone" },
    unknown: [{ issue: "fishing-zon" }, { actors: ["northlan"] }],
  },
  mediationRecord: { asked: { case: "lake-talks" }, unknown: [{ actors: ["eastmar"] }] },
  disputes: { asked: { case: "lake-talks" }, unknown: [] },
  sourceDependence: { asked: { case: "lake-talks" }, unknown: [] },
  timeline: { asked: { case: "lake-talks" }, unknown: [{ actors: ["northlan"] }] },
  paths: {
    asked: { source: "lake-talks/northland", target: "lake-talks/southland" },
    unknown: [{ source: "lake-talks/northlan" }, { target: "lake-talks/southlan" }],
  },
  search: { asked: { case: "lake-talks", text: "zone" }, unknown: [] },
  compareWithoutSources: {
    asked: { case: "lake-talks", analysis: "POSITIONS", sources: ["gazette-2021"] },
    unknown: [{ sources: ["gazette-202"] }, { actors: ["northlan"] }, { issues: ["fishing-zon"] }],
  },
};

/** Arguments in GraphQL: words in capitals are enum values. */
function write(asked: Arguments): string {
  const values = Object.entries(asked).map(([name, value]) => {
    const text = JSON.stringify(value);
    return `${name}: ${/^"[A-Z_]+"$/.test(text) ? JSON.parse(text) : text}`;
  });
  return values.join(", ");
}

async function refuse(analysis: string, asked: Arguments): Promise<{ code: string; message: string }> {
  const { json } = await ask(`{ ${analysis}(${write(asked)}) { __typename } }`);
  expect(json.errors).toHaveLength(1);
  return { code: json.errors[0].extensions.code, message: json.errors[0].message };
}

describe.each(Object.entries(ANALYSES))("%s, over GraphQL", (analysis, { asked, unknown }) => {
  it("answers what it is asked rightly", async () => {
    const { json } = await ask(`{ ${analysis}(${write(asked)}) { __typename } }`);
    expect(json).toMatchObject({ data: { [analysis]: { __typename: expect.any(String) } } });
  });

  it.each([0, -1, 1_000_000])("refuses first: %s", async (first) => {
    const { code, message } = await refuse(analysis, { ...asked, first });
    expect([code, message]).toEqual(["BAD_INPUT", expect.stringContaining(String(first))]);
    expect(message).toContain("1000");
  });

  it("refuses dates the wrong way round", async () => {
    expect(await refuse(analysis, { ...asked, from: "2022", to: "2021" })).toEqual({
      code: "BAD_INPUT",
      message: "from (2022) is later than to (2021): exchange them.",
    });
  });

  it("refuses what is no date", async () => {
    expect(await refuse(analysis, { ...asked, from: "2021-02-30" })).toEqual({
      code: "BAD_INPUT",
      message: 'from "2021-02-30" is no date: write it like 2022-03-29, 2022-03 or 2022.',
    });
  });

  it("refuses a cursor that is none", async () => {
    expect(await refuse(analysis, { ...asked, after: "x" })).toEqual({
      code: "BAD_INPUT",
      message: 'after "x" is no cursor: give an endCursor.',
    });
  });

  it("names what may have been meant by an unknown source", async () => {
    expect(await refuse(analysis, { ...asked, withoutSources: ["courier-202"] })).toEqual({
      code: "NOT_FOUND",
      message:
        'No source is called "courier-202" in the case "lake-talks"; did you mean lake-talks/courier-2021?',
    });
  });

  it("names what may have been meant by each unknown thing", async () => {
    for (const wrong of unknown) {
      const { code, message } = await refuse(analysis, { ...asked, ...wrong });
      expect([code, message]).toEqual(["NOT_FOUND", expect.stringMatching(/; did you mean lake-talks\//)]);
    }
  });

  it("names what may have been meant by an unknown case", async () => {
    const rename = (value: unknown) =>
      typeof value === "string" ? value.replace("lake-talks", "lake-talk") : value;
    const wrong = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, rename(value)]));
    expect(await refuse(analysis, wrong)).toEqual({
      code: "UNKNOWN_CASE",
      message: 'No case "lake-talk" is loaded; did you mean lake-talks?',
    });
  });
});

describe("the command line", () => {
  it.each([
    [["positions", "lake-talks", "--first", "0"], "first is 0: ask for 1 to 1000 at once. [BAD_INPUT]"],
    [
      ["timeline", "lake-talks", "--from", "2022", "--to", "2021"],
      "from (2022) is later than to (2021): exchange them. [BAD_INPUT]",
    ],
    [
      ["trace", "lake-talks/zone-4"],
      'Nothing is called "lake-talks/zone-4" in the case "lake-talks"; did you mean lake-talks/zone-40, lake-talks/zone-10, lake-talks/zone-20? [NOT_FOUND]',
    ],
    [
      ["bargaining-range", "fishing-zon", "--case", "lake-talks"],
      'No issue is called "fishing-zon" in the case "lake-talks"; did you mean lake-talks/fishing-zone? [NOT_FOUND]',
    ],
  ])("refuses %s with the same words, and exits with 1", async (words, message) => {
    const { uri, user, password } = own.server;
    const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    expect(await runDemarche(words, { environment })).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `demarche: ${message}\n`,
    });
  });
});
