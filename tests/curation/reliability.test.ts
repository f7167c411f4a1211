import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CodedUnit, cohenKappa, krippendorffAlpha } from "../../src/curation/reliability.ts";

/** Turns one line a coder, a value a column, `.` for none, into units. */
function units(...coders: readonly string[]): CodedUnit[] {
  const rows = coders.map((line) => line.split(" ").map((value) => (value === "." ? null : value)));
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

// The worked examples A, B and C of Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability.
const BINARY = units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
const NOMINAL = units("a a b b d c c c e d d a", "b a b b b c c c e d d d");
const FOUR_CODERS = units(
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
);

describe("krippendorffAlpha(units)", () => {
  it("gives 0.095 for the published binary example of two coders", () => {
    expect(krippendorffAlpha(BINARY)).toBeCloseTo(0.095, 3);
  });
  it("gives 0.692 for the published nominal example of two coders", () => {
    expect(krippendorffAlpha(NOMINAL)).toBeCloseTo(0.692, 3);
  });
  it("gives 0.743 for the published example of four coders with missing values", () => {
    expect(krippendorffAlpha(FOUR_CODERS)).toBeCloseTo(0.743, 3);
  });
  it("is null where nothing can be paired", () => {
    expect(krippendorffAlpha(units("a . b", ". a ."))).toBeNull();
  });
  it("is null where all values are the same", () => {
    expect(krippendorffAlpha(units("a a", "a a"))).toBeNull();
  });
  it("does not change when the coders change places", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c", null), fc.constantFrom("a", "b", "c", null))),
        (pairs) => {
          const swapped = pairs.map(([left, right]) => [right, left]);
          expect(krippendorffAlpha(swapped)).toBe(krippendorffAlpha(pairs));
        },
      ),
    );
  });
});

describe("cohenKappa(units)", () => {
  it("gives 0.492 for the published example of two judges and 200 cases", () => {
    // Cohen, J. (1968), Weighted Kappa, table 1: the cases by the diagnoses of judge B (rows) and judge A (columns).
    const table = [
      ["disorder", 88, 14, 18],
      ["neurosis", 10, 40, 10],
      ["psychosis", 2, 6, 12],
    ] as const;
    const pairs = table.flatMap(([left, ...counts]) =>
      counts.flatMap((times, at) => Array.from({ length: times }, () => [left, table[at]?.[0] ?? null])),
    );
    expect(pairs.length).toBe(200);
    expect(cohenKappa(pairs)).toBeCloseTo(0.492, 3);
  });
  it("is null where no unit was coded by both", () => {
    expect(cohenKappa([["a", null]])).toBeNull();
  });
});
