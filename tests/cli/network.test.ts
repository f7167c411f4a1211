import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const neo4j = useDatabase();
beforeAll(async () => void (await loadDataset(neo4j.database, EXAMPLE_CASE)));

async function run(...words: string[]) {
  const { uri, user, password } = neo4j.server;
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return await runDemarche(words, { environment });
}

const IGNORE = ["--aggregation", "ignore"];

describe("demarche network CASE", () => {
  it("lists the edges as a table, and says what was left out", async () => {
    expect(await run("network", "lake-talks", ...IGNORE)).toEqual({
      exitCode: 0,
      stdout: [
        "source     target     kind    weight  statements  publishers\n",
        "Northland  Southland  ignore  1       2           Gazette, Lake Observer\n",
      ].join(""),
      stderr: [
        "2 nodes, 1 edge from 6 statements.\n",
        "Left out: 1 the source's opinion, 1 disputed, 18 about something else, or against a proposal as a whole.\n",
      ].join(""),
    });
  });

  it("names the statements behind each edge where it is asked to", async () => {
    const { stdout } = await run("network", "lake-talks", ...IGNORE, "--json", "--statement-ids");
    const { edges } = JSON.parse(stdout);
    expect(edges.map(({ statements }: { statements: string[] }) => statements)).toEqual([
      ["lake-talks/s-04", "lake-talks/s-05"],
    ]);
    const file = await run("network", "lake-talks", ...IGNORE, "--statement-ids", "--format", "dl");
    expect([file.exitCode, file.stderr]).toEqual([
      1,
      "demarche: The format dl cannot carry the statements of edges, which statementIds asks for. Nearest: format edges.csv. [UNSUPPORTED_COMBINATION]\n",
    ]);
  });

  it("refuses what does not go together, and names the nearest that does", async () => {
    const words = ["--mode", "two", "--aggregation", "combine", "--normalization", "activity"];
    const { exitCode, stdout, stderr } = await run("network", "lake-talks", ...words);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        "demarche: COMBINE gives codes (1 for, 2 against, 3 both), which ACTIVITY cannot divide. Nearest: network two-mode, aggregation COMBINE, normalization NONE. [UNSUPPORTED_COMBINATION]\n",
    });
  });
});

describe("demarche edge SOURCE TARGET", () => {
  it("opens a weight into the statements that make it up, whichever end is named first", async () => {
    const { exitCode, stdout } = await run("edge", "southland", "northland", ...IGNORE);
    expect([exitCode, stdout.split("\n", 4)]).toEqual([
      0,
      [
        "Northland – Southland: ignore, weight 1, 2 statements, according to Gazette, Lake Observer",
        "",
        "adds  statement                                   and",
        "1     3 March 2021: Northland (through Anna       3 March 2021: Southland rejected “A",
      ],
    ]);
  });

  it("gives the same as CSV and, with the ids of the statements, as JSON", async () => {
    const csv = await run("edge", "northland", "southland", ...IGNORE, "--format", "csv");
    expect(csv.stdout).toMatch(
      /^adds,statement,and\n1,"3 March 2021: Northland .*","3 March 2021: Southland .*"\n$/,
    );
    const json = await run("edge", "northland", "southland", ...IGNORE, "--json");
    const { edge, contributions } = JSON.parse(json.stdout);
    expect([edge.weight, edge.statementCount, contributions]).toMatchObject([
      1,
      2,
      [{ contribution: 1, left: { id: "lake-talks/s-04" }, right: { id: "lake-talks/s-05" } }],
    ]);
  });

  it("says so where there is no such edge", async () => {
    expect(await run("edge", "northland", "southland")).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "There is no such edge: no statements of the two meet in a way that this network counts.\n",
    });
    const json = await run("edge", "northland", "southland", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ edge: null, emptyBecause: "NOTHING_SHARED" });
  });

  it("gives a part, and says how to go on", async () => {
    const words = ["edge", "southland", "zone-20", "--mode", "two", ...IGNORE, "--first", "1"];
    const { exitCode, stderr } = await run(...words);
    expect([exitCode, stderr]).toEqual([0, expect.stringMatching(/^More of 2 with --after [\w-]+\n$/)]);
    const rest = await run(...words, "--after", stderr.trim().split(" ").at(-1) ?? "");
    expect([rest.exitCode, rest.stderr]).toEqual([0, ""]);
  });

  it("names the actor that was meant", async () => {
    expect(await run("edge", "nortland", "southland")).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        'demarche: Nothing is called "nortland" in the case "lake-talks"; did you mean lake-talks/northland, lake-talks/southland? [NOT_FOUND]\n',
    });
  });
});
