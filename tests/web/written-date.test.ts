import { describe, expect, it } from "vitest";
import { writtenDate } from "../../web/explorer/src/models/written-date.ts";

describe("writtenDate(date, isDuration)", () => {
  it.each([
    ["2022-03-29", "29 March 2022"],
    ["2022-03", "March 2022"],
    ["2022", "2022"],
    ["2022-22", "summer 2022"],
    ["2022-09~", "about September 2022"],
    ["2022-09?", "September 2022 (uncertain)"],
    ["2022-09%", "about September 2022 (uncertain)"],
    ["2022-03-29/2022-05", "between 29 March 2022 and May 2022"],
    ["2025-03-13/..", "since 13 March 2025"],
    ["../2022", "until 2022"],
    ["202X", "202X"],
    [null, "undated"],
  ])("writes %s as %s", (date, written) => {
    expect(writtenDate(date)).toBe(written);
  });

  it("writes an interval that lasted as a duration", () => {
    expect(writtenDate("2022-04-12/2022-04-15", true)).toBe("12 April 2022 to 15 April 2022");
  });
});
