import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderInTime, type Timed } from "../../src/analytics/order-in-time.ts";

function thing(id: string, days: string | null, order: { after?: string; before?: string } = {}): Timed {
  const ref = (other: string | undefined) => (other ? [{ id: other, earliest: null, latest: null }] : []);
  return { id, earliest: days, latest: days, after: ref(order.after), before: ref(order.before) };
}

const idsOf = (things: readonly Timed[]) => orderInTime(things).map(({ id }) => id);

describe("orderInTime(things)", () => {
  it("orders by first day, then last day, then id, the undated last", () => {
    const long = { ...thing("long", "2022-03-01"), latest: "2022-03-31" };
    const things = [
      thing("u", null),
      thing("b", "2022-03-02"),
      long,
      thing("z", "2022-03-01"),
      thing("a", "2022-03-02"),
    ];
    expect(idsOf(things)).toEqual(["z", "long", "a", "b", "u"]);
  });

  it("puts an undated thing right after what it came after", () => {
    expect(
      idsOf([thing("u", null, { after: "a" }), thing("b", "2022-03-02"), thing("a", "2022-03-01")]),
    ).toEqual(["a", "u", "b"]);
  });

  it("puts an undated thing right before what it came before, and a chain with it", () => {
    const things = [
      thing("a", "2022-03-01"),
      thing("b", "2022-03-02"),
      thing("u", null, { before: "b" }),
      thing("t", null, { before: "u" }),
    ];
    expect(idsOf(things)).toEqual(["a", "t", "u", "b"]);
  });

  it("takes the days of a thing that is not listed itself", () => {
    const meeting = { id: "meeting", earliest: "2022-03-03", latest: "2022-03-03" };
    const things = [
      thing("c", "2022-03-04"),
      thing("b", "2022-03-02"),
      { ...thing("u", null), after: [meeting] },
    ];
    expect(idsOf(things)).toEqual(["b", "u", "c"]);
  });

  it("respects an order within days that touch", () => {
    const month = { earliest: "2022-03-01", latest: "2022-03-31" };
    const later = { ...thing("a", null, { after: "b" }), ...month };
    expect(idsOf([later, { ...thing("b", null), ...month }])).toEqual(["b", "a"]);
  });

  it("falls back to the days where the orders run in a ring", () => {
    const ring = [thing("a", null, { after: "b" }), thing("b", null, { after: "a" })];
    expect(idsOf(ring).sort()).toEqual(["a", "b"]);
  });

  it("gives nothing for nothing", () => {
    expect(orderInTime([])).toEqual([]);
  });

  it("keeps every thing once, whatever came after what", () => {
    const arbitrary = fc.array(
      fc.record({
        day: fc.option(fc.integer({ min: 1, max: 9 }).map((day) => `2022-03-0${day}`)),
        after: fc.integer({ min: 0, max: 9 }),
        before: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const things = rows.map(({ day, after, before }, index) =>
          thing(String(index), day, { after: String(after), before: String(before) }),
        );
        expect(idsOf(things).sort()).toEqual(things.map(({ id }) => id).sort());
      }),
    );
  });
});
