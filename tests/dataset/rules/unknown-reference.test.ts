import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("unknown-reference", "references to slugs that no row has, with the nearest one", () => {
  it("finds what is referred to in a row that comes later, or in a table that does", async () => {
    const backwards = ({ statements, claims }: Tables) => ({
      statements: statements.toReversed(),
      claims: claims.map((row) => ({ ...row, about: ["s-01", "gull-island-shots"] })),
    });
    expect(await problemsAfter("unknown-reference", backwards)).toEqual([]);
  });
});
