import { beforeAll, describe, expect, it } from "vitest";
import type { Paint } from "../../../src/analytics/render/paint.ts";
import { renderStatementTable } from "../../../src/analytics/render/statement-table.ts";
import { renderTraceMarkdown } from "../../../src/analytics/render/trace-markdown.ts";
import { renderTraceTree } from "../../../src/analytics/render/trace-tree.ts";
import { trace } from "../../../src/analytics/trace.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../../support/example-case.ts";
import { FIRST_CASE } from "../../support/first-case.ts";
import { useDatabase } from "../../support/neo4j.ts";

const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
  await loadDataset(neo4j.database, FIRST_CASE);
});

const golden = (name: string) => new URL(`../../golden/renders/${name}`, import.meta.url).pathname;

const TRACED = [
  "lake-talks/zone-20",
  "lake-talks/eastmark-plan",
  "lake-talks/first-round",
  "lake-talks/second-round",
  "lake-talks/northland-broke-accord",
  "lake-talks/island-offer",
  "lake-talks/gull-island-shots",
  "lake-talks/mara-voss",
];

describe.each(TRACED)("a trace of %s", (id) => {
  const name = id.split("/")[1];

  it("reads as a tree", async () => {
    const tree = renderTraceTree(await trace(neo4j.database, { id }));
    await expect(tree).toMatchFileSnapshot(golden(`${name}.txt`));
  });

  it("reads as Markdown with footnotes", async () => {
    const markdown = renderTraceMarkdown(await trace(neo4j.database, { id }));
    await expect(markdown).toMatchFileSnapshot(golden(`${name}.md`));
  });

  it("is a table of statements", async () => {
    const { statements } = await trace(neo4j.database, { id });
    await expect(renderStatementTable(statements)).toMatchFileSnapshot(golden(`${name}.csv`));
  });
});

describe("renderTraceTree(trace, options)", () => {
  it("fits the width that is asked for, colours not counted", async () => {
    const paint: Paint = (_style, text) => `\u001b[31m${text}\u001b[39m`;
    const result = await trace(neo4j.database, { id: "lake-talks/eastmark-plan" });
    const coloured = renderTraceTree(result, { width: 60, paint });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are control characters
    const bare = coloured.replace(/\u001b\[[0-9;]*m/g, "");
    expect(bare).toBe(renderTraceTree(result, { width: 60 }));
    expect(Math.max(...bare.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("says how many statements stand on other pages", async () => {
    const result = await trace(neo4j.database, { id: "lake-talks/eastmark-plan", first: 2 });
    expect(renderTraceTree(result)).toContain("2 of 6 statements are shown.");
  });

  it("tells of a proposal of the first case from proposer to answer", async () => {
    const tree = renderTraceTree(
      await trace(neo4j.database, { id: "russia-ukraine/us-thirty-day-ceasefire-proposal" }),
    );
    expect(tree).toContain("13 March 2025 (year from the context): Vladimir Putin rejected it");
  });

  it.each([
    ["launch-of-negotiations", "Zelensky rejected it by decree unless “Putin no longer is in power”."],
    ["harsher-sanctions", "towards Vladimir Putin against Russia unless “Russia halts the war"],
    ["launch-of-negotiations", "Ukraine again conditionally accepted it on condition of “Russia withdraws"],
    ["istanbul-talks-2025", "Somebody whom the source does not name invited Donald Trump to it."],
    ["medinsky", "Vladimir Putin appointed Vladimir Medinsky."],
    [
      "russian-proposal-2025",
      "citing one of Ukrainska Pravda, June 2025 (“Ukrainian Delegation Talks”), Ukrainska Pravda, June 2025 (“Delegation on Istanbul Talks”)",
    ],
    ["round-1-gomel", "  After “Onset of the large-scale invasion”.\n"],
  ])("reads in the trace of %s: %s", async (slug, words) => {
    const tree = renderTraceTree(await trace(neo4j.database, { id: `russia-ukraine/${slug}` }), {
      width: 9999,
    });
    expect(tree).toContain(words);
  });
});
