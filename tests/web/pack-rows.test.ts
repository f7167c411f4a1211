import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRows } from "../../web/explorer/src/models/pack-rows.ts";

describe("packRows(extents, options)", () => {
  it("opens a row only where a mark would touch another", () => {
    const extents = [
      { left: 0, right: 10 },
      { left: 5, right: 8 },
      { left: 12, right: 20 },
      { left: 13, right: 14 },
    ];
    expect(packRows(extents)).toEqual({ rows: [0, 1, 0, 1], rowCount: 2, hiddenCount: 0 });
  });

  it("hides and counts what finds no row", () => {
    const extents = Array.from({ length: 5 }, () => ({ left: 0, right: 4 }));
    expect(packRows(extents, { maxRows: 2 })).toEqual({
      rows: [0, 1, null, null, null],
      rowCount: 2,
      hiddenCount: 3,
    });
  });

  it("needs no row for nothing", () => {
    expect(packRows([])).toEqual({ rows: [], rowCount: 0, hiddenCount: 0 });
  });

  it("never lets two marks of one row touch", () => {
    const extent = fc.tuple(fc.nat(500), fc.nat(80)).map(([left, width]) => ({ left, right: left + width }));
    fc.assert(
      fc.property(fc.array(extent), (unordered) => {
        const extents = unordered.toSorted((a, b) => a.left - b.left);
        const { rows } = packRows(extents);
        for (const [index, one] of extents.entries()) {
          const later = extents.findIndex(
            ({ left }, at) => at > index && rows[at] === rows[index] && left < one.right + 2,
          );
          expect(later).toBe(-1);
        }
      }),
    );
  });
});
