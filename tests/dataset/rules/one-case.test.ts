import { expect, it } from "vitest";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("one-case", "folders with several cases", () => {
  it("reports a file without a row", async () => {
    expect(await problemsAfter("one-case", () => ({ case: [] }))).toEqual([
      "case.csv error: The file has no row: describe the case in one. [one-case]",
    ]);
  });
});
