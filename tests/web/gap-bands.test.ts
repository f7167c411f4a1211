import { describe, expect, it } from "vitest";
import { gapBands } from "../../web/explorer/src/models/gap-bands.ts";

const point = (value: number) => ({ low: value, high: value });

describe("gapBands(left, right, options)", () => {
  const ukraine = {
    steps: [
      { from: "2025-03-11", until: "2025-06-02", values: [point(30)] },
      { from: "2025-06-02", until: null, values: [point(90)] },
    ],
  };

  it("fills the room between the nearest ends, as long as both hold a value", () => {
    const russia = { steps: [{ from: "2025-06-02", until: null, values: [{ low: 2, high: 3 }] }] };
    const history = [{ from: "2025-06-02", gap: 87 }];
    expect(gapBands(russia, ukraine, { history, lastDay: "2025-07-01" })).toEqual([
      { from: "2025-06-02", until: "2025-07-01", low: 3, high: 90 },
    ]);
  });

  it("leaves no band where the gap is closed or not known", () => {
    const states = { steps: [{ from: "2025-03-11", until: null, values: [point(30)] }] };
    const history = [
      { from: "2025-03-11", gap: 0 },
      { from: "2025-06-02", gap: 60 },
      { from: "2025-06-20", gap: null },
    ];
    expect(gapBands(ukraine, states, { history, lastDay: "2025-07-01" })).toEqual([
      { from: "2025-06-02", until: "2025-06-20", low: 30, high: 90 },
    ]);
  });

  it("has none for no history", () => {
    expect(gapBands(ukraine, ukraine, { history: [], lastDay: "2025-07-01" })).toEqual([]);
  });
});
