import { describe, expect, it } from "vitest";
import { dayMs, dayOf, drawnSpan } from "../../web/explorer/src/models/drawn-span.ts";

const day = (text: string) => dayMs(text);

describe("drawnSpan(thing)", () => {
  it.each([
    [
      "a day as that day",
      "Meeting",
      "2022-03-29",
      "2022-03-29",
      "2022-03-29",
      "DAY",
      "2022-03-29",
      "2022-03-30",
    ],
    [
      "a month as the whole month",
      "Meeting",
      "2022-03",
      "2022-03-01",
      "2022-03-31",
      "WITHIN",
      "2022-03-01",
      "2022-04-01",
    ],
    [
      "an interval of a meeting as how long it took",
      "Meeting",
      "2022-04-12/2022-04-15",
      "2022-04-12",
      "2022-04-15",
      "LASTED",
      "2022-04-12",
      "2022-04-16",
    ],
    [
      "an interval of a statement as what is not known",
      "Statement",
      "2022-04-12/2022-04-15",
      "2022-04-12",
      "2022-04-15",
      "WITHIN",
      "2022-04-12",
      "2022-04-16",
    ],
  ] as const)("draws %s", (_title, kind, date, earliest, latest, reading, start, end) => {
    expect(drawnSpan({ kind, date, dateBasis: "STATED", earliest, latest })).toEqual({
      start: day(start),
      end: day(end),
      reading,
      isUncertain: false,
    });
  });

  it("leaves an open end open", () => {
    const open = { kind: "Statement", date: "2025-03-13/..", dateBasis: "STATED", latest: null } as const;
    expect(drawnSpan({ ...open, earliest: "2025-03-13" })).toEqual({
      start: day("2025-03-13"),
      end: null,
      reading: "WITHIN",
      isUncertain: false,
    });
  });

  it.each([
    ["2022-09~", "STATED"],
    ["2022-09?", "STATED"],
    ["2022-09%", "STATED"],
    ["2022-09", "INFERRED_FROM_ORDER"],
  ])("holds %s (%s) to be uncertain", (date, dateBasis) => {
    const span = drawnSpan({ kind: "Event", date, dateBasis, earliest: "2022-09-01", latest: "2022-09-30" });
    expect(span?.isUncertain).toBe(true);
  });

  it("gives nothing to draw where there is no date", () => {
    const undated = { kind: "Event", date: null, dateBasis: "NOT_GIVEN", earliest: null, latest: null };
    expect(drawnSpan(undated)).toBeNull();
  });
});

describe("dayOf(milliseconds)", () => {
  it("is the day that dayMs began", () => {
    expect(dayOf(dayMs("2024-02-29"))).toBe("2024-02-29");
  });
});
