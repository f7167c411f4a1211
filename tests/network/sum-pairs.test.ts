import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VisitPairs, WantedSums } from "../../src/network/pair-sums.ts";
import { sumPairs } from "../../src/network/sum-pairs.ts";
import { sumPairsByRow } from "../../src/network/sum-pairs-by-row.ts";
import { sumPairsInSquare } from "../../src/network/sum-pairs-in-square.ts";
import { makeTally, type Tally } from "../../src/network/tally.ts";

const NODES = ["a", "b", "c", "d"];
const UNITS = ["x", "y", "z"];

const entries = fc.array(
  fc.record({
    node: fc.nat(NODES.length - 1),
    unit: fc.nat(UNITS.length - 1),
    sign: fc.constantFrom(-1, 0, 1),
    weight: fc.constantFrom(0.25, 0.5, 1),
  }),
  { maxLength: 40 },
);

function tally(
  list: readonly { node: number; unit: number; sign: number; weight: number }[],
  isSigned: boolean,
) {
  return makeTally({
    node: Int32Array.from(list, ({ node }) => node),
    nodeIds: NODES,
    unit: Int32Array.from(list, ({ unit }) => unit),
    unitIds: UNITS,
    sign: isSigned ? Int32Array.from(list, ({ sign }) => sign) : null,
    weight: Float64Array.from(list, ({ weight }) => weight),
    isBinary: false,
  });
}

function listPairs(visitPairs: VisitPairs) {
  const pairs: unknown[] = [];
  visitPairs((node, other, sums) => pairs.push([node, other, sums]));
  return pairs;
}

const wanted = fc.constantFrom<WantedSums>(
  { same: true, opposite: false, shares: false },
  { same: false, opposite: true, shares: false },
  { same: true, opposite: true, shares: false },
);

describe("sumPairs(tally, wanted)", () => {
  it("gives the same in a square as row by row", () => {
    fc.assert(
      fc.property(entries, fc.boolean(), wanted, (list, isSigned, sums) => {
        const counted: Tally = tally(list, isSigned);
        const byRow = listPairs(sumPairsByRow(counted, sums));
        expect(listPairs(sumPairsInSquare(counted, sums))).toEqual(byRow);
        expect(listPairs(sumPairs(counted, sums))).toEqual(byRow);
      }),
    );
  });

  it("gives what each of two nodes has in the columns that they share", () => {
    const counted = tally(
      [
        { node: 0, unit: 0, sign: 1, weight: 1 },
        { node: 0, unit: 0, sign: 1, weight: 1 },
        { node: 1, unit: 0, sign: 1, weight: 1 },
        { node: 1, unit: 1, sign: -1, weight: 1 },
        { node: 0, unit: 1, sign: 1, weight: 1 },
      ],
      true,
    );
    const sums = { same: 2, opposite: 1, sameLeft: 2, sameRight: 1, oppositeLeft: 1, oppositeRight: 1 };
    expect(listPairs(sumPairs(counted, { same: true, opposite: true, shares: true }))).toEqual([
      [0, 1, sums],
    ]);
  });

  it("gives nothing of nothing", () => {
    expect(listPairs(sumPairs(tally([], true), { same: true, opposite: true, shares: false }))).toEqual([]);
  });
});
