import { expect, it } from "vitest";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("quote-share", "documents quoted too much, counting a quote within another once", () => {
  it("has no limit for imports", async () => {
    expect(await problemsAfter("quote-share", () => ({}), { origin: "IMPORTED", quoteShare: 0.01 })).toEqual(
      [],
    );
  });
});
