import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDataset } from "../../src/dataset/check-dataset.ts";
import { lineOf, makeDataset } from "../../src/dataset/dataset.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { ALL_RULES } from "../../src/dataset/rules.ts";
import { readExample } from "../support/rules.ts";

describe("checkDataset(dataset)", () => {
  it("finds nothing in the example case", async () => {
    expect(checkDataset(await readExample())).toEqual([]);
  });

  it("finds no fault but emptiness in a dataset without rows", () => {
    expect(checkDataset(makeDataset({})).map(formatProblem)).toEqual([
      "case.csv error: The file has no row: describe the case in one. [one-case]",
      "statements.csv warning: The case has no statement, so that its networks and positions are empty. [empty-case]",
    ]);
  });

  it("gives problems in the order of files, lines and columns", async () => {
    const dataset = await readExample();
    const statements = dataset.tables.statements.map((row) => ({
      ...row,
      target: "nowhere",
      actors: ["nobody"],
    }));
    const problems = checkDataset({ ...dataset, tables: { ...dataset.tables, statements } });
    const places = problems
      .filter(({ rule }) => rule === "unknown-reference")
      .map(({ line, column }) => `${line} ${column}`);
    const expected = statements.flatMap((_, at) => {
      const line = lineOf(dataset, "statements", at);
      return [`${line} actors`, `${line} target`];
    });
    expect(places).toEqual(expected);
  });

  it("tells forward references from unknown names, however many there are", async () => {
    const dataset = await readExample();
    const [first] = dataset.tables.statements;
    if (!first) throw new Error("the example case has no statement");
    const statements = Array.from({ length: 30_000 }, (_, at) => ({
      ...first,
      slug: `s-${at}`,
      actors: ["nobody"],
      inResponseTo: at < 29_999 ? [`s-${at + 1}`] : [],
    }));
    const problems = checkDataset({ ...dataset, tables: { ...dataset.tables, statements }, lines: {} });
    const unknown = problems.filter(
      ({ rule, file }) => rule === "unknown-reference" && file === "statements.csv",
    );
    expect(unknown.filter(({ column }) => column !== "actors").map(({ message }) => message)).toEqual([
      "… and 29000 more like these: mend the cause and validate again.",
    ]);
  });
});

describe("ALL_RULES", () => {
  it("are each a file, a test and a faulty dataset of the same name", async () => {
    const names = ALL_RULES.map(({ name }) => name).sort();
    expect((await listNames("../../src/dataset/rules")).map((name) => name.replace(".ts", ""))).toEqual(
      names,
    );
    expect((await listNames("./rules")).map((name) => name.replace(".test.ts", ""))).toEqual(names);
    expect((await listNames("../golden/datasets")).filter((name) => name !== "valid")).toEqual(names);
  });
});

async function listNames(folder: string): Promise<string[]> {
  return (await readdir(fileURLToPath(new URL(folder, import.meta.url)))).sort();
}
