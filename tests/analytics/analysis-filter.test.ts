import { describe, expect, it } from "vitest";
import { type FilterInput, ROLLED_UP, readFilter } from "../../src/analytics/analysis-filter.ts";

const read = (input: FilterInput) => readFilter("talks", input, ROLLED_UP);

describe("readFilter(caseSlug, input, defaults)", () => {
  it("gives the defaults where nothing is said", () => {
    expect(read({})).toEqual({
      case: "talks",
      from: null,
      to: null,
      overlap: "INSIDE",
      statuses: ["REPORTED", "CLAIMED"],
      withoutSources: [],
      citationScope: "SENTENCE",
      rollUp: "STATE",
      expandCoalitions: false,
      mergeSameAs: false,
      asKnownOn: null,
    });
  });

  it("takes a month from its first to its last day", () => {
    expect(read({ from: "2022-02", to: "2022-02" })).toMatchObject({ from: "2022-02-01", to: "2022-02-28" });
  });

  it("takes asOf as the end", () => {
    expect(read({ asOf: "2022" }).to).toBe("2022-12-31");
  });

  it("takes a day as known until its end", () => {
    expect(read({ asKnownOn: "2025-06-30" }).asKnownOn).toBe("2025-06-30T23:59:59.999Z");
    expect(read({ asKnownOn: "2025-06-30T12:00:00+02:00" }).asKnownOn).toBe("2025-06-30T10:00:00.000Z");
  });

  it.each<[FilterInput, string]>([
    [{ from: "2023", to: "2022" }, "from (2023) is later than to (2022): exchange them."],
    [{ from: "soon" }, 'from "soon" is no date: write it like 2022-03-29, 2022-03 or 2022.'],
    [
      { to: "2022", asOf: "2023" },
      "to (2022) and asOf (2023) say the same thing differently: give one of them.",
    ],
    [{ asKnownOn: "then" }, 'asKnownOn "then" is no time: write it like 2025-06-30 or 2025-06-30T12:00:00Z.'],
    [{ statuses: [] }, "statuses is empty: give at least one of REPORTED, CLAIMED, DISPUTED, OPINION."],
    [
      { statuses: ["RUMOUR" as "CLAIMED"] },
      'statuses "RUMOUR" is not one of REPORTED, CLAIMED, DISPUTED, OPINION.',
    ],
    [{ rollUp: "PLANET" as "STATE" }, 'rollUp "PLANET" is not one of NONE, ORGANIZATION, STATE.'],
  ])("refuses %j", (input, message) => {
    expect(() => read(input)).toThrowError(expect.objectContaining({ code: "BAD_INPUT", message }));
  });
});
