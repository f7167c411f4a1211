import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDataset } from "../../src/dataset/check-dataset.ts";
import type { Dataset, Tables } from "../../src/dataset/dataset.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import type { Settings } from "../../src/dataset/settings.ts";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { EXAMPLE_CASE } from "./example-case.ts";

/**
 * Tests a rule as every rule is tested: its faulty dataset gives the expected problems and no others, read whole or in
 * streams; the example case gives none.
 *
 * @param finding - What the rule finds, to follow "reports".
 * @param more - Tests of what is particular to the rule.
 */
export function describeRule(rule: string, finding: string, more: () => void = () => {}): void {
  describe(`the rule ${rule}`, () => {
    it(`reports ${finding}, each with its place and what to do`, async () => {
      const problems = (await validateDataset(faultyCase(rule))).map(formatProblem);
      expect(problems).toEqual(await expectedProblems(rule));
    });

    it("finds the same when the case is read into memory", async () => {
      const { problems } = await readDataset(faultyCase(rule));
      expect(problems.map(formatProblem)).toEqual(await expectedProblems(rule));
    });

    it("passes the example case", async () => {
      const problems = await validateDataset(EXAMPLE_CASE);
      expect(problems.filter((problem) => problem.rule === rule)).toEqual([]);
    });

    more();
  });
}

/** Gives the problems, as lines, that a rule finds in the example case after a change to its tables and settings. */
export async function problemsAfter(
  rule: string,
  change: (tables: Tables) => Partial<Tables>,
  settings: Partial<Settings> = {},
): Promise<string[]> {
  const dataset = await readExample();
  const changed = {
    settings: { ...dataset.settings, ...settings },
    tables: { ...dataset.tables, ...change(dataset.tables) },
    lines: {},
  };
  return checkDataset(changed)
    .filter((problem) => problem.rule === rule)
    .map(formatProblem);
}

/** Reads the example case. */
export async function readExample(): Promise<Dataset> {
  const { dataset, problems } = await readDataset(EXAMPLE_CASE);
  if (!dataset) throw new Error(problems.map(formatProblem).join("\n"));
  return dataset;
}

/** The folder of the faulty dataset of a rule. */
export function faultyCase(rule: string): string {
  return fileURLToPath(new URL(`../golden/datasets/${rule}`, import.meta.url));
}

async function expectedProblems(rule: string): Promise<string[]> {
  const text = await readFile(`${faultyCase(rule)}/expected.txt`, "utf8");
  return text.split("\n").filter((line) => line !== "");
}
