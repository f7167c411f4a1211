import { describe, expect, it } from "vitest";
import { LABEL_SCALES, levelOf, placeLabels } from "../../web/explorer/src/views/network/place-labels.ts";

const node = (id: string, label = "Northland") => ({ id, label, radius: 5 });
const at = (places: Readonly<Record<string, readonly [x: number, y: number]>>) =>
  new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }]));

describe("placeLabels(nodes, layout)", () => {
  it("shows from afar what has room, and of two that would overlap the more important one", () => {
    const levels = placeLabels(
      [node("a"), node("b"), node("far")],
      at({ a: [0, 0], b: [30, 0], far: [5_000, 0] }),
    );
    expect([levels.get("a"), levels.get("far")]).toEqual([0, 0]);
    expect(LABEL_SCALES[levels.get("b") ?? 0]).toBeGreaterThan(1);
  });

  it("keeps for the nearest look what never finds room", () => {
    const levels = placeLabels([node("a"), node("b")], at({ a: [0, 0], b: [0, 0] }));
    expect(levels.get("b")).toBe(LABEL_SCALES.length - 1);
  });

  it("needs more room where the type is larger", () => {
    const layout = at({ a: [0, 0], b: [100, 0] });
    const levelFor = (pixelsPerRem: number) =>
      placeLabels([node("a"), node("b")], layout, { pixelsPerRem }).get("b") ?? 0;
    expect(levelFor(32)).toBeGreaterThan(levelFor(16));
  });
});

describe("levelOf(scale)", () => {
  it("is the last scale that is reached, and the first for all below", () => {
    expect([0.01, ...LABEL_SCALES, 99].map(levelOf)).toEqual([
      0,
      ...LABEL_SCALES.keys(),
      LABEL_SCALES.length - 1,
    ]);
  });
});
