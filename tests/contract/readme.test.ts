import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const readme = readFileSync(findPackageFile("README.md"), "utf8");
const test = useDatabase();

beforeAll(async () => {
  await loadDataset(test.database, findPackageFile("seed/russia-ukraine"));
});

/** Pairs of a block and the block that follows it, by their languages. */
function pairs(first: string, second: string): [string, string][] {
  const pattern = new RegExp(`\`\`\`${first}\\n([^\`]*?)\`\`\`\\n\\n\`\`\`${second}\\n([^\`]*?)\`\`\``, "g");
  return [...readme.matchAll(pattern)].map(([, left = "", right = ""]) => [left.trim(), right.trim()]);
}

function environment(): Record<string, string> {
  const { uri, user, password, database } = test.server;
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database ?? "" };
}

describe("README.md", () => {
  it.each(pairs("graphql", "json"))("answers its query as it says: %s", async (query, answer) => {
    const { stdout } = await runDemarche(["query", "-"], { environment: environment(), input: query });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
  });

  it.each(pairs("sh", "text"))("prints what it shows for: %s", async (line, shown) => {
    const { stdout } = await runDemarche(line.split(" ").slice(1), { environment: environment() });
    expect(stdout.trim()).toBe(shown);
  });

  it("shows a query and three analyses", () => {
    expect([pairs("graphql", "json").length, pairs("sh", "text").length]).toEqual([1, 3]);
  });
});
