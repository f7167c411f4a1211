import { describe, expect, it } from "vitest";
import { changedEdges } from "../../web/explorer/src/models/changed-edges.ts";

const edge = (source: string, target: string, weight: number) => ({
  source,
  target,
  kind: "CONGRUENCE",
  weight,
});

describe("changedEdges(before, after)", () => {
  it("tells what is lost, what weighs otherwise and what is new, and leaves out what stays", () => {
    const before = [edge("a", "b", 1), edge("b", "c", 2), edge("c", "d", 3)];
    const after = [edge("b", "c", 1), edge("c", "d", 3), edge("a", "d", 1)];
    expect(changedEdges(before, after)).toEqual([
      { edge: edge("a", "b", 1), change: "LOST", before: 1, after: null },
      { edge: edge("b", "c", 2), change: "CHANGED", before: 2, after: 1 },
      { edge: edge("a", "d", 1), change: "GAINED", before: null, after: 1 },
    ]);
  });

  it("tells edges of different kinds between the same two apart", () => {
    const accepted = { ...edge("a", "b", 1), kind: "ACCEPTED" };
    expect(changedEdges([edge("a", "b", 1), accepted], [accepted]).map(({ edge: { kind } }) => kind)).toEqual(
      ["CONGRUENCE"],
    );
  });

  it("finds nothing where nothing changes", () => {
    expect(changedEdges([edge("a", "b", 1)], [edge("a", "b", 1)])).toEqual([]);
  });
});
