import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkQuotes } from "../../src/dataset/check-quotes.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { EXAMPLE_DOCUMENT } from "../support/example-case.ts";
import { readExample } from "../support/rules.ts";

const TEXT = [
  "The talks",
  "",
  "Northland demanded a “wide” zone — and Southland rejected it.",
  "Both met again.",
].join("\n");

describe("checkQuotes(dataset, documents)", () => {
  it("finds every quote of the example case where its locator says, and how much is quoted", async () => {
    const documents = { "lake-report": await readFile(EXAMPLE_DOCUMENT, "utf8") };
    expect(checkQuotes(await readExample(), documents)).toEqual({
      problems: [],
      coverage: [{ source: "lake-report", wordCount: 312, quotedWordCount: 237, quotedShare: 237 / 312 }],
    });
  });

  it("tells a wrong paragraph from slips of marks and from words that are not there", async () => {
    const dataset = await quoting([
      ["Northland demanded", "¶3"],
      ["Northland … rejected it", "¶3"],
      ["Both met again", "¶3"],
      ['a "wide" zone - and', "¶3"],
      ["both sides met", "¶4"],
      ["Both met again", "¶3-4"],
      ["Both met again", "page 2"],
      ["Both met again", null],
      ["The talks … met twice", "¶1"],
    ]);
    const { problems, coverage } = checkQuotes(dataset, { "lake-report": TEXT });
    expect(problems.map(formatProblem)).toEqual([
      'statements.csv quote error: "Both met again" does not stand in ¶3, but in ¶4: correct the locator. [quote-text]',
      'statements.csv quote error: "a "wide" zone - and" does not stand in "lake-report"; it does with other quotation marks, dashes, blanks or capitals: quote it as printed. [quote-text]',
      'statements.csv quote error: "both sides met" does not stand in "lake-report": quote it as printed. [quote-text]',
      'statements.csv quote error: "met twice" does not stand in "lake-report": quote it as printed. [quote-text]',
    ]);
    expect(coverage).toEqual([
      { source: "lake-report", wordCount: 15, quotedWordCount: 9, quotedShare: 9 / 15 },
    ]);
  });

  it("does not look at quotes of documents that are not given", async () => {
    const dataset = await quoting([["nowhere", "¶1"]]);
    expect(checkQuotes(dataset, {})).toEqual({ problems: [], coverage: [] });
  });

  it("finds nothing to quote in an empty document", async () => {
    expect(checkQuotes(await quoting([]), { "lake-report": "" }).coverage).toEqual([
      { source: "lake-report", wordCount: 0, quotedWordCount: 0, quotedShare: 0 },
    ]);
  });
});

async function quoting(quotes: readonly (readonly [string, string | null])[]): Promise<Dataset> {
  const { settings, tables } = await readExample();
  const [first] = tables.statements;
  if (!first) throw new Error("the example case has no statement");
  const statements = quotes.map(([quote, locator], at) => ({ ...first, slug: `s-${at}`, quote, locator }));
  const empty = Object.fromEntries(
    Object.keys(tables).map((name) => [name, []]),
  ) as unknown as Dataset["tables"];
  return { settings, tables: { ...empty, statements }, lines: {} };
}
