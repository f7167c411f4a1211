import { describe, expect, it } from "vitest";
import { DirectedGraph } from "../../src/dataset/directed-graph.ts";

describe("DirectedGraph", () => {
  it("gives each ring with the value of the edge that closes it", () => {
    const graph = makeGraph(["a b", "b c", "c a", "c d", "d c", "x a"]);
    expect([...graph.findRings()]).toEqual([
      { path: ["a", "b", "c", "a"], place: "c a" },
      { path: ["c", "d", "c"], place: "d c" },
    ]);
  });

  it("finds no ring where two ways lead to the same end", () => {
    expect([...makeGraph(["a b", "a c", "b d", "c d", "d d"]).findRings()]).toEqual([]);
  });

  it("finds none in a graph without edges", () => {
    expect([...makeGraph([]).findRings()]).toEqual([]);
  });
});

function makeGraph(edges: readonly string[]): DirectedGraph<string> {
  const graph = new DirectedGraph<string>();
  for (const edge of edges) {
    const [from = "", to = ""] = edge.split(" ");
    graph.add(from, to, edge);
  }
  return graph;
}
