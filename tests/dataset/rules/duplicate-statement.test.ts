import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("duplicate-statement", "statements that say the same as another", () => {
  it("lets an import say the same twice, and a retracted statement be said anew", async () => {
    const twice = ({ statements }: Tables) => ({
      statements: [...statements, ...statements.map((row) => ({ ...row, slug: `${row.slug}-b` }))],
    });
    const anew = ({ statements }: Tables) => ({
      statements: [
        ...statements,
        ...statements.map((row) => ({ ...row, slug: `${row.slug}~1`, retractedAt: "2021-08-01T00:00:00Z" })),
      ],
    });
    expect(await problemsAfter("duplicate-statement", twice, { origin: "IMPORTED" })).toEqual([]);
    expect(await problemsAfter("duplicate-statement", anew)).toEqual([]);
  });
});
