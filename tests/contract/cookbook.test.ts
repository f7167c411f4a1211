import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { fillAnswers, findExamples, runExample } from "../support/worked-document.ts";

const path = findPackageFile("docs/cookbook.md");
const cookbook = readFileSync(path, "utf8");
const test = useDatabase();

beforeAll(async () => {
  await loadDataset(test.database, FIRST_CASE);
});

describe("docs/cookbook.md", () => {
  it("asks twelve questions, each with a command or query and its answer", () => {
    const questions = cookbook.split(/^## /m).slice(1);
    expect(questions.map((text) => [text.split(".")[0], findExamples(text).length > 0])).toEqual(
      Array.from({ length: 12 }, (_, index) => [`${index + 1}`, true]),
    );
  });

  it("shows what its commands and queries answer", async () => {
    const answers: string[] = [];
    for (const example of findExamples(cookbook)) answers.push(await runExample(example, test.server));
    await expect(fillAnswers(cookbook, answers)).toMatchFileSnapshot(path);
  });
});
