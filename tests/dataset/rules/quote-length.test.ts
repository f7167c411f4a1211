import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("quote-length", "quotes that are too long, counted in characters", () => {
  it("has no limit for imports", async () => {
    const long = ({ statements }: Tables) => ({
      statements: statements.map((row) => ({ ...row, quote: "long ".repeat(200) })),
    });
    expect(await problemsAfter("quote-length", long, { origin: "IMPORTED" })).toEqual([]);
  });

  it("takes the limit from the case", async () => {
    const first = ({ statements }: Tables) => ({ statements: statements.slice(0, 1) });
    expect(
      await problemsAfter("quote-length", (tables) => ({ ...emptied(tables), ...first(tables) }), {
        maxQuote: 10,
      }),
    ).toEqual([
      "statements.csv quote error: The quote has 23 characters, 10 are allowed: keep the shortest span that carries the row, or join two spans by “ … ”. [quote-length]",
    ]);
  });
});

function emptied(tables: Tables): Partial<Tables> {
  return Object.fromEntries(Object.keys(tables).map((name) => [name, []]));
}
