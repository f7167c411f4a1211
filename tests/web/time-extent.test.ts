import { describe, expect, it } from "vitest";
import { type DrawnSpan, dayMs } from "../../web/explorer/src/models/drawn-span.ts";
import {
  countStarts,
  placeInWindow,
  timeExtent,
  windowOf,
} from "../../web/explorer/src/models/time-extent.ts";

const span = (start: string | null, end: string | null): DrawnSpan => ({
  start: start === null ? null : dayMs(start),
  end: end === null ? null : dayMs(end),
  reading: "WITHIN",
  isUncertain: false,
});
const extent = (start: string, end: string) => ({ start: dayMs(start), end: dayMs(end) });

describe("timeExtent(spans)", () => {
  it("runs from the first known end to the last, whatever is open", () => {
    const spans = [span(null, "2023-01-01"), span("2022-03-01", "2022-04-01"), span("2024-05-01", null)];
    expect(timeExtent(spans)).toEqual(extent("2022-03-01", "2024-05-01"));
  });

  it("is at least a day long", () => {
    expect(timeExtent([span("2024-05-01", null)])).toEqual(extent("2024-05-01", "2024-05-02"));
  });

  it("is nothing where nothing has a date", () => {
    expect(timeExtent([])).toBeNull();
  });
});

describe("windowOf(extent, from, to)", () => {
  const whole = extent("2022-01-01", "2025-01-01");

  it.each([
    ["", "", "2022-01-01", "2025-01-01"],
    ["2022-03", "", "2022-03-01", "2025-01-01"],
    ["", "2023", "2022-01-01", "2024-01-01"],
    ["2022-03-29", "2022-12", "2022-03-29", "2023-01-01"],
    ["2021", "2030", "2022-01-01", "2025-01-01"],
  ])("takes from %o to %o as whole years, months and days", (from, to, start, end) => {
    expect(windowOf(whole, from, to)).toEqual(extent(start, end));
  });

  it.each([
    ["2024", "2022"],
    ["nonsense", "2022-13"],
  ])("stays whole where from %o to %o leaves nothing or says nothing", (from, to) => {
    expect(windowOf(whole, from, to)).toEqual(whole);
  });
});

describe("placeInWindow(span, window)", () => {
  const window = extent("2022-03-01", "2022-04-01");

  it.each([
    ["INSIDE", "2022-03-01", "2022-04-01"],
    ["TOUCHES", "2022-02-20", "2022-03-02"],
    ["TOUCHES", "2022-03-20", null],
    ["TOUCHES", null, null],
    ["OUTSIDE", "2022-02-01", "2022-03-01"],
    ["OUTSIDE", "2022-04-01", null],
  ] as const)("is %s for %s to %s", (place, start, end) => {
    expect(placeInWindow(span(start, end), window)).toBe(place);
  });
});

describe("countStarts(spans, extent, binCount)", () => {
  it("counts each span once, where it begins, or ends where its beginning is open", () => {
    const spans = [
      span("2022-03-01", "2022-03-02"),
      span("2022-03-30", null),
      span(null, "2022-03-05"),
      span("2023-01-01", "2023-01-02"),
    ];
    expect(countStarts(spans, extent("2022-03-01", "2022-03-31"), 3)).toEqual([2, 0, 1]);
  });
});
