import { describe, expect, it } from "vitest";
import { drawEdge, swings } from "../../web/explorer/src/views/network/draw-edges.ts";

const from = { x: 0, y: 0 };
const to = { x: 100, y: 0 };

describe("drawEdge(ends)", () => {
  it("draws an edge without direction straight from middle to middle", () => {
    const { line, head } = drawEdge({ from, to, targetRadius: 10, swing: 0, isDirected: false });
    expect([line, head]).toEqual(["M0.0 0.0Q50.0 0.0 100.0 0.0", ""]);
  });

  it("ends an arrow at the rim of its target", () => {
    const { line, head } = drawEdge({ from, to, targetRadius: 10, swing: 0, isDirected: true });
    expect([line, head]).toEqual(["M0.0 0.0Q50.0 0.0 85.0 0.0", "M90.0 0.0L85.0 2.4L85.0 -2.4Z"]);
  });

  it("is found by a click where the line runs", () => {
    const { points } = drawEdge({ from, to, targetRadius: 0, swing: 20, isDirected: false });
    expect(points[11]).toEqual({ x: 50, y: 10 });
  });

  it("draws something for two nodes at one place", () => {
    expect(drawEdge({ from, to: from, targetRadius: 5, swing: 0, isDirected: true }).line).not.toContain(
      "NaN",
    );
  });
});

describe("swings(edges)", () => {
  it("lays edges between the same two nodes side by side, whichever way they point", () => {
    const edges = [
      { source: "a", target: "b" },
      { source: "b", target: "a" },
      { source: "a", target: "b" },
      { source: "a", target: "c" },
    ];
    const [first = 0, back = 0, second = 0, alone = 0] = swings(edges);
    // what points back has its normal on the other side
    expect([first + 0, -back, second, alone + 0]).toEqual([0, 14, -14, 0]);
  });
});
