import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEdtf } from "../../src/domain/edtf-dates.ts";
import { arbitraryDate } from "../support/arbitrary-dataset.ts";

const SPANS: Readonly<Record<string, readonly [string | null, string | null]>> = {
  "2022-03-29": ["2022-03-29", "2022-03-29"],
  "2022-03": ["2022-03-01", "2022-03-31"],
  "2024-02": ["2024-02-01", "2024-02-29"],
  "2022": ["2022-01-01", "2022-12-31"],
  "2022-09~": ["2022-09-01", "2022-09-30"],
  "2022?": ["2022-01-01", "2022-12-31"],
  "2022-09-05%": ["2022-09-05", "2022-09-05"],
  "2022-04-12/2022-04-15": ["2022-04-12", "2022-04-15"],
  "2022-04/2022-06": ["2022-04-01", "2022-06-30"],
  "2022-04-12/..": ["2022-04-12", null],
  "2022-04-12/": ["2022-04-12", null],
  "../2022-04": [null, "2022-04-30"],
  "2022-21": ["2022-03-01", "2022-05-31"],
  "2022-22": ["2022-06-01", "2022-08-31"],
  "2022-23~": ["2022-09-01", "2022-11-30"],
  "2022-24": ["2022-12-01", "2023-02-28"],
  "2023-24": ["2023-12-01", "2024-02-29"],
  "2022-21/2022-22": ["2022-03-01", "2022-08-31"],
  "202X": ["2020-01-01", "2029-12-31"],
};

const NO_DATES = [
  "",
  "March 2022",
  "29.03.2022",
  "2022-13",
  "2022-02-30",
  "2022-3-1",
  "2022-03-29T10:00:00Z",
  "../..",
  "/",
  "2022/2023/2024",
  "-0044",
  "Y17E8",
  "2022-25",
  "not/2022",
];

describe("parseEdtf(text)", () => {
  for (const [text, [earliest, latest]] of Object.entries(SPANS)) {
    it(`gives ${earliest ?? "an open end"} to ${latest ?? "an open end"} for ${text}`, () => {
      expect(parseEdtf(text)).toEqual({ earliest, latest });
    });
  }

  it("gives null for what is no date of level 1", () => {
    expect(NO_DATES.filter((text) => parseEdtf(text) !== null)).toEqual([]);
  });

  it("gives the same the second time, when it remembers", () => {
    expect(parseEdtf("2021-05")).toBe(parseEdtf("2021-05"));
    expect(parseEdtf("nonsense")).toBe(parseEdtf("nonsense"));
  });

  it("gives real days in order for every date that is one", () => {
    fc.assert(
      fc.property(arbitraryDate(), (text) => {
        const span = parseEdtf(text);
        if (!span) throw new Error(`${text} was not read`);
        const days = [span.earliest, span.latest].filter((day) => day !== null);
        expect(days.length).toBeGreaterThan(0);
        for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });

  it("does not widen a date by a doubt", () => {
    const single = arbitraryDate().filter((text) => /^\d{4}(-\d{2}){0,2}$/.test(text));
    fc.assert(
      fc.property(single, fc.constantFrom("~", "?", "%"), (text, doubt) => {
        expect(parseEdtf(text + doubt)).toEqual(parseEdtf(text));
      }),
    );
  });

  it("spans an interval from the first day of its beginning to the last day of its end", () => {
    const single = arbitraryDate().filter((text) => !text.includes("/"));
    fc.assert(
      fc.property(single, single, (left, right) => {
        expect(parseEdtf(`${left}/${right}`)).toEqual({
          earliest: parseEdtf(left)?.earliest,
          latest: parseEdtf(right)?.latest,
        });
      }),
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("2", "0", "1", "-", "/", "~", "?", ".", "X", "T", " ", "é") }),
        (text) => {
          const span = parseEdtf(text);
          expect(span === null || span.earliest !== undefined).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
