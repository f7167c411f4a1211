import { describe, expect, it } from "vitest";
import { writeDate } from "../../../src/analytics/render/written-date.ts";

describe("writeDate(date, isDuration)", () => {
  it.each([
    [null, "undated"],
    ["2022-03-29", "29 March 2022"],
    ["2022-03", "March 2022"],
    ["2022", "2022"],
    ["2022-09~", "about September 2022"],
    ["2022?", "2022 (uncertain)"],
    ["2022-22", "summer 2022"],
    ["2022-03-29/2022-05", "between 29 March 2022 and May 2022"],
    ["2021-05-05/2021-05-06", "between 5 and 6 May 2021"],
    ["../2021-05-06", "until 6 May 2021"],
    ["2021-03/..", "since March 2021"],
  ])("writes %s as %s", (date, written) => {
    expect(writeDate(date)).toBe(written);
  });

  it("writes how long a meeting lasted", () => {
    expect(writeDate("2021-05-05/2021-05-06", true)).toBe("5 to 6 May 2021");
  });
});
