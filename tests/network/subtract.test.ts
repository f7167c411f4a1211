import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subtract } from "../../src/network/subtract.ts";

describe("subtract(left, right)", () => {
  it("gives 0 where sums differ in the order of adding alone", () => {
    const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    fc.assert(
      fc.property(fractions, (numbers) => {
        expect(Math.abs(subtract(sum(numbers), sum([...numbers].reverse())))).toBe(0);
      }),
    );
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    expect(subtract(0.1 + 0.2, 0.3)).toBe(0);
  });

  it("keeps every true difference", () => {
    expect([subtract(1, 0.999_999), subtract(0, 1e-300), subtract(3, 5), subtract(0, 0)]).toEqual([
      1 - 0.999_999,
      -1e-300,
      -2,
      0,
    ]);
  });
});
