import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { betweenness } from "../../src/measures/betweenness.ts";
import { measureNetwork } from "../../src/measures/measure-network.ts";
import { seededRandom } from "../../src/measures/seeded-random.ts";
import type { WeightedGraph } from "../../src/measures/weighted-graph.ts";
import { type Network, readEdges } from "../../src/network/network.ts";
import { MEASURES } from "../../src/network/network-options.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { listWeights, makeCase, makeStatement } from "../network/support/make-case.ts";

type WeightedEdge = readonly [string, string, number];

/** What `measure_network.py` prints. */
interface Expected {
  readonly edges: readonly WeightedEdge[];
  readonly degree: Readonly<Record<string, number>>;
  readonly strength: Readonly<Record<string, number>>;
  readonly betweenness: Readonly<Record<string, number>>;
  readonly pageRank: Readonly<Record<string, number>>;
  readonly modularity: number | null;
  readonly disparity: readonly WeightedEdge[];
  readonly bestDivision: number | null;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Question {
  readonly edges: readonly WeightedEdge[] | "karate";
  /** Labels of nodes whose modularity is asked for. */
  readonly communities?: Readonly<Record<string, number | null>>;
}

function askNetworkx<Q extends readonly Question[]>(...questions: Q): { [place in keyof Q]: Expected } {
  const args = [`${ROOT}tests/readers/measure_network.py`];
  const options = { input: JSON.stringify(questions), encoding: "utf8" as const, timeout: 240_000 };
  return JSON.parse(execFileSync(`${ROOT}.venv/bin/python`, args, options));
}

/** A debate whose congruence network has the given edges: for each unit of weight a demand that just the two back. */
function makeNetwork(edges: readonly WeightedEdge[], words: Readonly<Record<string, OptionInput>>): Network {
  const statements = edges.flatMap(([a, b, weight], place) =>
    Array.from({ length: weight }, (_, unit) =>
      [a, b].map((actor) => ({ actor, on: `c/d${place}-${unit}` })),
    ).flat(),
  );
  const data = makeCase({
    statements: statements.map(({ actor, on }, i) => makeStatement(`c/s${i}`, `c/${actor}`, "BACKED", on)),
  });
  return measureNetwork(projectNetwork(data, parseNetworkOptions("c", words)));
}

/** A measure by the name of the node. */
function valuesOf(network: Network, name: string): Record<string, number | null> {
  const column = network.measures?.nodes.find((one) => one.name === name);
  if (!column) throw new Error(`${name} was not measured`);
  return Object.fromEntries(
    network.nodes.map(({ id }, place) => [id.slice(2), column.values[place] ?? null]),
  );
}

function wholeOf(network: Network): Record<string, number | null> {
  return Object.fromEntries((network.measures?.whole ?? []).map(({ name, value }) => [name, value]));
}

function pairsOf(network: Network): Record<string, number | null | undefined> {
  const column = network.measures?.edges.find(({ name }) => name === "disparity");
  const pairs = [...readEdges(network)].map(({ source, target }) =>
    [source.slice(2), target.slice(2)].sort().join(" "),
  );
  return Object.fromEntries(pairs.map((pair, place) => [pair, column?.values[place]]));
}

function expectClose(actual: Record<string, unknown>, expected: Readonly<Record<string, number>>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected))
    expect([key, actual[key]]).toEqual([key, expect.closeTo(value, 8)]);
}

function expectAsNetworkx(network: Network, expected: Expected): void {
  expect(valuesOf(network, "degree")).toEqual(expected.degree);
  expect(valuesOf(network, "strength")).toEqual(expected.strength);
  expectClose(valuesOf(network, "betweenness"), expected.betweenness);
  expectClose(valuesOf(network, "pageRank"), expected.pageRank);
  const disparity = expected.disparity.map(([a, b, score]) => [[a, b].sort().join(" "), score] as const);
  expectClose(pairsOf(network), Object.fromEntries(disparity));
}

const weights = fc.dictionary(
  fc.constantFrom(
    ..."abcdefgh".split("").flatMap((a) =>
      "abcdefgh"
        .split("")
        .filter((b) => a < b)
        .map((b) => a + b),
    ),
  ),
  fc.integer({ min: 1, max: 5 }),
  { minKeys: 1, maxKeys: 20 },
);
const edgesOf = (dictionary: Readonly<Record<string, number>>): WeightedEdge[] =>
  Object.entries(dictionary).map(([pair, weight]) => [pair[0] ?? "", pair[1] ?? "", weight]);

describe("measureNetwork(network), on Zachary's karate club", () => {
  const [karate] = askNetworkx({ edges: "karate" });
  const network = makeNetwork(karate.edges, { measures: MEASURES });

  it("agrees with networkx node by node and edge by edge", () => {
    expectAsNetworkx(network, karate);
  });

  it("finds communities whose modularity is what networkx says of them", () => {
    const { communityCount, modularity } = wholeOf(network);
    const communities = valuesOf(network, "community");
    const [{ modularity: expected }] = askNetworkx({ edges: karate.edges, communities });
    expect(modularity).toBeCloseTo(expected ?? 0, 9);
    expect([communityCount, modularity]).toEqual([4, expect.closeTo(0.4449, 4)]);
  });

  it("finds the two camps into which the club broke", () => {
    const camps = valuesOf(network, "camp");
    const [instructor, president] = [camps["0"], camps["33"]];
    expect([instructor, president].sort()).toEqual([1, 2]);
    expect(["1", "2", "3", "7", "13"].map((node) => camps[node])).toEqual(Array(5).fill(instructor));
    expect(["32", "31", "30", "29", "26"].map((node) => camps[node])).toEqual(Array(5).fill(president));
    const [{ modularity: expected }] = askNetworkx({ edges: karate.edges, communities: camps });
    expect(wholeOf(network).polarisation).toBeCloseTo(expected ?? 0, 9);
  });

  it("gives the same for the same seed", () => {
    const again = makeNetwork(karate.edges, { measures: MEASURES, seed: "1" });
    expect(again.measures).toEqual(network.measures);
  });
});

describe("measureNetwork(network), on generated networks", () => {
  const samples = fc.sample(weights, { numRuns: 60, seed: 1 }).map(edgesOf);
  const networks = samples.map((edges) => makeNetwork(edges, { measures: MEASURES }));
  const expected = askNetworkx(
    ...samples.map((edges, i) => ({ edges, communities: valuesOf(networks[i] as Network, "community") })),
  );

  it("agrees with networkx node by node and edge by edge", () => {
    for (const [i, network] of networks.entries()) {
      expectAsNetworkx(network, expected[i] as Expected);
      expect(wholeOf(network).modularity).toBeCloseTo(expected[i]?.modularity ?? Number.NaN, 9);
    }
  });

  it("finds the best of all divisions into two camps", () => {
    const found = networks.map((network) => wholeOf(network).polarisation);
    expect(found).toEqual(expected.map(({ bestDivision }) => expect.closeTo(bestDivision ?? Number.NaN, 9)));
  });
});

describe("measureNetwork(network), by hand", () => {
  const pair = (a: string, b: string): WeightedEdge => [a, b, 1];
  const triangles = [
    pair("a", "b"),
    pair("b", "c"),
    pair("a", "c"),
    pair("d", "e"),
    pair("e", "f"),
    pair("d", "f"),
  ];

  it("gives two camps with nothing between them the polarisation ½, and one camp 0", () => {
    const measures = "polarisation";
    const parted = makeNetwork(triangles, { measures });
    expect(wholeOf(parted)).toEqual({ polarisation: 0.5 });
    expect(valuesOf(parted, "camp")).toEqual({ a: 1, b: 1, c: 1, d: 2, e: 2, f: 2 });
    const united = makeNetwork(triangles.slice(0, 3), { measures });
    expect(wholeOf(united)).toEqual({ polarisation: 0 });
    expect(valuesOf(united, "camp")).toEqual({ a: 1, b: 1, c: 1 });
  });

  it("has nothing to say of a network without edges", () => {
    const empty = makeNetwork([], { measures: MEASURES });
    expect(wholeOf(empty)).toEqual({
      betweennessPivots: null,
      communityCount: 0,
      modularity: null,
      polarisation: null,
    });
    expect(empty.measures?.nodes.map(({ values }) => values)).toEqual([[], [], [], [], [], []]);
  });

  it("measures nothing where nothing is asked for", () => {
    expect(makeNetwork(triangles, {}).measures).toBe(null);
  });

  it("keeps to the backbone, and counts what is outside", () => {
    const star: WeightedEdge[] = [["hub", "a", 20], pair("hub", "b"), pair("hub", "c"), pair("hub", "d")];
    const network = makeNetwork(star, { backbone: 0.05, measures: "degree,disparity" });
    expect(listWeights(network)).toEqual(["c/a c/hub: 20"]);
    expect(pairsOf(network)).toEqual({ "a hub": expect.closeTo((3 / 23) ** 3, 9) });
    expect(valuesOf(network, "degree")).toEqual({ a: 1, hub: 1 });
    expect(network.report).toMatchObject({ outsideBackbone: 3, isolates: 3 });
    expect(network.explain(0).contributions.length).toBe(20);
    const withIsolates = makeNetwork(star, { backbone: 0.05, isolates: true });
    expect(withIsolates.nodes.map(({ id }) => id)).toEqual(["c/a", "c/b", "c/c", "c/d", "c/hub"]);
    expect(withIsolates.report).toMatchObject({ outsideBackbone: 3, isolates: 3 });
  });

  it("measures each slice of time as well", () => {
    const days = ["2022-01-05", "2022-02-05"].flatMap((day, month) => [
      makeStatement(`c/s${month}1`, "c/a", "BACKED", "c/d1", { day }),
      makeStatement(`c/s${month}2`, month === 0 ? "c/b" : "c/z", "BACKED", "c/d1", { day }),
    ]);
    const options = parseNetworkOptions("c", { slices: "month", measures: "degree" });
    const network = measureNetwork(projectNetwork(makeCase({ statements: days }), options));
    expect(valuesOf(network, "degree")).toEqual({ a: 2, b: 1, z: 1 });
    expect(network.slices?.map((slice) => valuesOf(slice.network as Network, "degree"))).toEqual([
      { a: 1, b: 1 },
      { a: 1, z: 1 },
    ]);
  });

  it("adds parallel edges up and leaves directions aside", () => {
    const statements = [
      makeStatement("c/s1", "c/a", "BACKED", "c/d1"),
      makeStatement("c/s2", "c/a", "REJECTED", "c/d1"),
      makeStatement("c/s3", "c/b", "BACKED", "c/d1"),
    ];
    const options = parseNetworkOptions("c", { network: "acts", measures: "degree,strength,pagerank" });
    const network = measureNetwork(projectNetwork(makeCase({ statements }), options));
    expect(valuesOf(network, "degree")).toEqual({ a: 1, b: 1, d1: 2 });
    expect(valuesOf(network, "strength")).toEqual({ a: 2, b: 1, d1: 3 });
  });
});

describe("betweenness(graph, random, steps)", () => {
  it("samples above a size, says from how many pivots, and comes near the exact values", () => {
    const graph: WeightedGraph = new UndirectedGraph();
    const random = seededRandom(7);
    for (let node = 0; node < 200; node++) graph.addNode(node);
    for (let node = 1; node < 200; node++) graph.mergeEdge(node, Math.floor(random() * node), { weight: 1 });
    const exact = betweenness(graph, random);
    const sampled = betweenness(graph, random, 60_000);
    expect([exact.pivots, sampled.pivots]).toEqual([null, 100]);
    const errors = exact.values.map((value, node) => Math.abs(value - (sampled.values[node] ?? 0)));
    expect(Math.max(...errors)).toBeLessThan(0.1);
    expect(betweenness(graph, seededRandom(3), 60_000)).toEqual(betweenness(graph, seededRandom(3), 60_000));
  });
});
