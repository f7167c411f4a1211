import { describe, expect, it } from "vitest";
import { dayMs } from "../../web/explorer/src/models/drawn-span.ts";
import { type LaneEntry, partByDate, timelineLanes } from "../../web/explorer/src/models/timeline-lanes.ts";

const entry = (id: string, kind: string, earliest: string | null, latest = earliest): LaneEntry => ({
  id,
  kind,
  name: id,
  date: earliest,
  dateBasis: earliest === null ? "NOT_GIVEN" : "STATED",
  earliest,
  latest,
});
/** A hundred days on a thousand pixels: ten pixels a day. */
const OPTIONS = {
  window: { start: dayMs("2022-01-01"), end: dayMs("2022-04-11") },
  width: 1000,
  labelWidth: () => 0,
  maxRows: 10,
};
const lanesOf = (entries: readonly LaneEntry[], options = OPTIONS) =>
  timelineLanes(partByDate(entries).dated, options);

describe("timelineLanes(dated, options)", () => {
  it("draws a day as a day and a month as a month, one lane a kind", () => {
    const lanes = lanesOf([
      entry("s", "Statement", "2022-02-01", "2022-02-28"),
      entry("m", "Meeting", "2022-01-11"),
    ]);
    expect(
      lanes.map(({ kind, marks }) => [kind, marks.map(({ left, right, row }) => [left, right, row])]),
    ).toEqual([
      ["Meeting", [[100, 110, 0]]],
      ["Statement", [[310, 590, 0]]],
    ]);
  });

  it("puts what would overlap, label included, into another row", () => {
    const entries = [entry("a", "Meeting", "2022-01-11"), entry("b", "Meeting", "2022-01-13")];
    const rows = lanesOf(entries, { ...OPTIONS, labelWidth: () => 50 })[0]?.marks.map(({ row }) => row);
    expect(rows).toEqual([0, 1]);
  });

  it("puts a label to the left where there is no room to the right, in order of time all the same", () => {
    const entries = [entry("a", "Meeting", "2022-04-08"), entry("b", "Meeting", "2022-01-11")];
    const [lane] = lanesOf(entries, { ...OPTIONS, labelWidth: () => 50 });
    expect(lane?.marks.map(({ entry: { id }, labelSide }) => [id, labelSide])).toEqual([
      ["b", "right"],
      ["a", "left"],
    ]);
  });

  it("puts the label of what fills the window over it, so that it never runs off the page", () => {
    const [lane] = lanesOf([entry("long", "Proposal", "2022-01-03", "2022-04-09")], {
      ...OPTIONS,
      labelWidth: () => 50,
    });
    expect(lane?.marks.map(({ left, right, labelSide }) => [left, right, labelSide])).toEqual([
      [20, 990, "inside"],
    ]);
  });

  it("cuts at the window and says so; leaves out what lies beyond", () => {
    const entries = [
      entry("partly", "Event", "2021-12-30", "2022-01-02"),
      entry("beyond", "Event", "2021-12-01"),
      entry("open", "Event", "2022-04-01", null),
    ];
    const marks = lanesOf(entries)[0]?.marks;
    expect(marks?.map(({ entry: { id }, left, right, isPartly }) => [id, left, right, isPartly])).toEqual([
      ["partly", 0, 20, true],
      ["open", 900, 1000, true],
    ]);
  });

  it("keeps a day wide enough to hit, also at the edges", () => {
    const narrow = { ...OPTIONS, width: 100 };
    const [first] = lanesOf([entry("first", "Event", "2022-01-01")], narrow)[0]?.marks ?? [];
    const [last] = lanesOf([entry("last", "Event", "2022-04-10")], narrow)[0]?.marks ?? [];
    expect([first, last].map((mark) => [mark?.left, mark?.right])).toEqual([
      [0, 9],
      [91, 100],
    ]);
  });

  it("counts what finds no row", () => {
    const entries = ["a", "b", "c"].map((id) => entry(id, "Event", "2022-01-11"));
    const [lane] = lanesOf(entries, { ...OPTIONS, maxRows: 2 });
    expect([lane?.marks.map(({ entry: { id } }) => id), lane?.hiddenCount]).toEqual([["a", "b"], 1]);
  });
});

describe("partByDate(entries)", () => {
  it("keeps what has no date apart", () => {
    const undated = entry("u", "Event", null);
    const { dated, undated: apart } = partByDate([undated, entry("d", "Event", "2022-01-11")]);
    expect([dated.map(({ entry: { id } }) => id), apart]).toEqual([["d"], [undated]]);
  });
});
