import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels, stretches, valueExtent } from "../../web/explorer/src/models/range-series.ts";

describe("stretches(steps, lastDay)", () => {
  it("holds a value until the next step, the last one until the last day", () => {
    const thirty = { low: 30, high: 30 };
    const ninety = { low: 90, high: 90 };
    const steps = [
      { from: "2025-03-11", until: "2025-06-02", values: [thirty] },
      { from: "2025-06-02", until: null, values: [ninety] },
    ];
    expect(stretches(steps, "2025-11-30")).toEqual([
      { from: "2025-03-11", until: "2025-06-02", value: thirty },
      { from: "2025-06-02", until: "2025-11-30", value: ninety },
    ]);
  });

  it("leaves a gap where a value was withdrawn", () => {
    expect(stretches([{ from: "2025-03-11", until: null, values: [] }], "2025-11-30")).toEqual([]);
  });
});

describe("valueExtent(values)", () => {
  it.each([
    ["from 0 to above the greatest", [2, 90], [0, 99]],
    ["from below the least where that is negative", [-10, 90], [-20, 100]],
    ["from 0 to 1 for nothing", [], [0, 1]],
  ])("runs %s", (_title, values, extent) => {
    expect(valueExtent(values.map((value) => ({ low: value, high: value })))).toEqual(extent);
  });
});

describe("spreadLabels(heights, options)", () => {
  it("moves only what is too near", () => {
    expect(spreadLabels([10, 12, 80], { distance: 16, bottom: 100 })).toEqual([10, 26, 80]);
  });

  it("pushes up what would fall off the end", () => {
    expect(spreadLabels([95, 98], { distance: 16, bottom: 100 })).toEqual([84, 100]);
  });

  it("keeps the distance wherever there is room", () => {
    const heights = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 10 });
    fc.assert(
      fc.property(heights, (given) => {
        const spread = [...spreadLabels(given, { distance: 16, bottom: 300 })].sort((a, b) => a - b);
        for (const [index, height] of spread.slice(1).entries()) {
          expect(height - (spread[index] ?? 0)).toBeGreaterThanOrEqual(16);
        }
      }),
    );
  });
});
