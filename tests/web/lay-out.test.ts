import { describe, expect, it } from "vitest";
import { layOut } from "../../web/explorer/src/views/network/lay-out.ts";

const star = {
  nodes: ["hub", "a", "b", "c", "d"].map((id) => ({ id, radius: 6 })),
  edges: ["a", "b", "c", "d"].map((target) => ({ source: "hub", target })),
};

describe("layOut(network)", () => {
  it("puts the same network at the same places, however its nodes are listed", async () => {
    const first = await layOut(star);
    expect(await layOut(star)).toEqual(first);
    expect([...first.keys()].sort()).toEqual(["a", "b", "c", "d", "hub"]);
  });

  it("lets no two nodes lie on each other", async () => {
    const places = [...(await layOut(star)).values()];
    const distances = places.flatMap((one, place) =>
      places.slice(place + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(12);
  });

  it("lets the page breathe while it works", async () => {
    let turns = 0;
    const nodes = Array.from({ length: 600 }, (_, place) => ({ id: `n${place}`, radius: 5 }));
    await layOut({ nodes, edges: [] }, async () => void turns++);
    expect(turns).toBeGreaterThan(0);
  });

  it("has no place for nothing", async () => {
    expect(await layOut({ nodes: [], edges: [] })).toEqual(new Map());
  });
});
