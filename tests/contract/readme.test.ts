import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { findExamples, runExample } from "../support/worked-document.ts";

const examples = findExamples(readFileSync(findPackageFile("README.md"), "utf8"));
const test = useDatabase();

beforeAll(async () => {
  await loadDataset(test.database, FIRST_CASE);
});

describe("README.md", () => {
  it.each(examples)("shows the answer to: $question", async (example) => {
    const answer = await runExample(example, test.server);
    const read = (text: string) => (example.kind === "QUERY" ? JSON.parse(text) : text);
    expect(read(answer)).toEqual(read(example.answer));
  });

  it("shows a query and three analyses", () => {
    expect(examples.map(({ kind }) => kind).sort()).toEqual(["COMMAND", "COMMAND", "COMMAND", "QUERY"]);
  });
});
