import { describe, expect, it } from "vitest";
import { demandLadders, type LadderDemand } from "../../web/explorer/src/models/demand-ladders.ts";

const demand = (slug: string, { hardens = [] as string[], softens = [] as string[] } = {}): LadderDemand => ({
  slug,
  hardens: hardens.map((other) => ({ slug: other })),
  softens: softens.map((other) => ({ slug: other })),
});
const ladders = (demands: readonly LadderDemand[]) => {
  const slugs = (of: readonly LadderDemand[]) => of.map(({ slug }) => slug);
  const found = demandLadders(demands);
  return { ladders: found.ladders.map(({ rungs }) => rungs.map(slugs)), apart: slugs(found.apart) };
};

describe("demandLadders(demands)", () => {
  it("puts a demand above what it hardens and below what it softens", () => {
    const demands = [
      demand("three-months", { hardens: ["thirty-days"] }),
      demand("thirty-days"),
      demand("two-days", { softens: ["thirty-days"] }),
    ];
    expect(ladders(demands)).toEqual({
      ladders: [[["three-months"], ["thirty-days"], ["two-days"]]],
      apart: [],
    });
  });

  it("keeps apart what is not set against another, the longest ladder first", () => {
    const demands = [
      demand("alone"),
      demand("hard", { hardens: ["soft"] }),
      demand("soft"),
      demand("a", { hardens: ["b"] }),
      demand("b", { hardens: ["c"] }),
      demand("c"),
    ];
    expect(ladders(demands)).toEqual({
      ladders: [
        [["a"], ["b"], ["c"]],
        [["hard"], ["soft"]],
      ],
      apart: ["alone"],
    });
  });

  it("does not mind demands of other issues, or a circle", () => {
    const circle = [demand("a", { hardens: ["b", "elsewhere"] }), demand("b", { hardens: ["a"] })];
    expect(ladders(circle)).toEqual({ ladders: [[["a"], ["b"]]], apart: [] });
  });

  it("has no ladders for no demands", () => {
    expect(ladders([])).toEqual({ ladders: [], apart: [] });
  });
});
