import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("cycle", "rings of parts, amendments, members and order", () => {
  it("walks a chain of a hundred thousand links", async () => {
    const chain = ({ issues: [first] }: Tables) => ({
      issues: first
        ? Array.from({ length: 100_000 }, (_, at) => ({
            ...first,
            slug: `i-${at}`,
            partOf: `i-${(at + 1) % 100_000}`,
          }))
        : [],
    });
    const problems = await problemsAfter("cycle", chain);
    expect(problems.map((problem) => problem.slice(0, 60))).toEqual([
      'issues.csv part_of error: "i-0" is part of "i-1", which is p',
    ]);
  });
});
