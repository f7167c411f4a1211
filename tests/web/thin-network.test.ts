import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NetworkFile } from "../../web/explorer/src/data/network-shape.ts";
import { chooseThreshold, thinNetwork } from "../../web/explorer/src/views/network/thin-network.ts";

type Edge = NetworkFile["edges"][number];

const node = (id: string): NetworkFile["nodes"][number] => ({
  id,
  name: id,
  mode: "ACTOR",
  kind: "STATE",
  aliases: [],
  caseRole: null,
  iso3: null,
  wikidata: null,
  statementCount: 1,
  first: null,
  last: null,
});
const edge = (source: string, target: string, weight: number): Edge => ({
  source,
  target,
  kind: "CONGRUENCE",
  weight,
  positive: Math.max(weight, 0),
  negative: Math.max(-weight, 0),
  statementCount: 1,
  first: null,
  last: null,
  publishers: [],
  sources: [],
});
/** Edges of these weights, each between two nodes of its own. */
const apart = (weights: readonly number[]) =>
  weights.map((weight, place) => edge(`l${place}`, `r${place}`, weight));
const drawn = (edges: readonly Edge[]) => edges.map(({ source, target }) => `${source} ${target}`);

describe("chooseThreshold(edges)", () => {
  it("hides nothing of what can be read at a first look", () => {
    expect(chooseThreshold(apart(Array(300).fill(1)))).toBe(0);
  });

  it("leaves at most 300 edges where their weights differ, and never none", () => {
    const weights = fc.array(fc.integer({ min: -40, max: 40 }).filter(Boolean), {
      minLength: 301,
      maxLength: 900,
    });
    fc.assert(
      fc.property(weights, (given) => {
        const threshold = chooseThreshold(apart(given));
        const kept = given.filter((weight) => Math.abs(weight) >= threshold);
        const isOneWeight = new Set(kept.map(Math.abs)).size === 1;
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.length <= 300 || isOneWeight).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("hides nothing by weight where all weigh the same", () => {
    expect(chooseThreshold(apart(Array(400).fill(2)))).toBe(0);
  });
});

describe("thinNetwork(network, options)", () => {
  const nodes = ["a", "b", "c", "d"].map(node);
  const edges = [edge("a", "b", 1), edge("b", "c", -3), edge("c", "d", 2)];

  it("keeps edges by the size of their weight, whatever its sign, with the nodes that they join", () => {
    const thin = thinNetwork({ nodes, edges }, { threshold: 2, keep: null });
    expect([
      thin.nodes.map(({ id }) => id),
      drawn(thin.edges),
      thin.lighterCount,
      thin.crowdedOutCount,
    ]).toEqual([["b", "c", "d"], ["b c", "c d"], 1, 0]);
  });

  it("keeps a node that is looked at, though its edges are light", () => {
    const thin = thinNetwork({ nodes, edges }, { threshold: 2, keep: "a" });
    expect([drawn(thin.edges), thin.lighterCount]).toEqual([["a b", "b c", "c d"], 0]);
  });

  it("draws at most 1,500 edges between 600 nodes, the heaviest, and counts the others", () => {
    const many = apart(Array.from({ length: 2_000 }, (_, place) => place + 1));
    const ends = many.flatMap(({ source, target }) => [node(source), node(target)]);
    const thin = thinNetwork({ nodes: ends, edges: many }, { threshold: 0, keep: null });
    expect([thin.nodes.length, thin.edges.length, thin.crowdedOutCount]).toEqual([600, 300, 1_700]);
    expect(Math.min(...thin.edges.map(({ weight }) => weight))).toBe(1_701);
  });

  it("makes nothing of nothing", () => {
    expect(thinNetwork({ nodes: [], edges: [] }, { threshold: 0, keep: null })).toEqual({
      nodes: [],
      edges: [],
      lighterCount: 0,
      crowdedOutCount: 0,
    });
  });
});
