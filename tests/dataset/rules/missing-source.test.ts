import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("missing-source", "statements and relations that name no source", () => {
  it("asks no source of the relations of an import", async () => {
    const unsourced = ({ links }: Tables) => ({ links: links.map((row) => ({ ...row, foundIn: [] })) });
    expect(await problemsAfter("missing-source", unsourced, { origin: "IMPORTED" })).toEqual([]);
  });
});
