import { describe, expect, it } from "vitest";
import { explainEdge } from "../../src/network/explain-edge.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import {
  type CaseParts,
  listWeights,
  makeActor,
  makeCase,
  makeStatement,
  makeTarget,
} from "./support/make-case.ts";

/** A supports d1 twice and opposes d2; B supports d1 and d2; C opposes d1: the worked example of docs/methods.md. */
const WORKED = makeCase({
  statements: [
    makeStatement("c/1", "c/A", "BACKED", "c/d1"),
    makeStatement("c/2", "c/A", "BACKED", "c/d1"),
    makeStatement("c/3", "c/A", "REJECTED", "c/d2"),
    makeStatement("c/4", "c/B", "BACKED", "c/d1"),
    makeStatement("c/5", "c/B", "BACKED", "c/d2"),
    makeStatement("c/6", "c/C", "REJECTED", "c/d1"),
  ],
});

function weigh(words: Readonly<Record<string, OptionInput>>, data = WORKED): string[] {
  return listWeights(projectNetwork(data, parseNetworkOptions("c", words)));
}

function project(parts: CaseParts, words: Readonly<Record<string, OptionInput>> = {}) {
  return projectNetwork(makeCase(parts), parseNetworkOptions("c", words));
}

describe("projectNetwork(data, options), on the worked example", () => {
  it.each([
    [{ aggregation: "congruence" }, ["c/A c/B: 2"]],
    [{ aggregation: "conflict" }, ["c/A c/B: 1", "c/A c/C: 2", "c/B c/C: 1"]],
    [{ aggregation: "subtract" }, ["c/A c/B: 1", "c/A c/C: -2", "c/B c/C: -1"]],
    [{ aggregation: "ignore" }, ["c/A c/B: 3", "c/A c/C: 2", "c/B c/C: 1"]],
    [{ normalization: "average" }, ["c/A c/B: 0.8"]],
    [{ normalization: "jaccard" }, [`c/A c/B: ${2 / (1 + 1 + 2)}`]],
    [{ normalization: "cosine" }, [`c/A c/B: ${2 / (Math.sqrt(5) * Math.sqrt(2))}`]],
    [{ normalization: "activity-product" }, [`c/A c/B: ${2 / 6}`]],
    [{ network: "targets" }, ["c/d1 c/d2: 1"]],
    [{ mode: "two" }, ["c/A c/d1: 2", "c/A c/d2: -1", "c/B c/d1: 1", "c/B c/d2: 1", "c/C c/d1: -1"]],
    [
      { mode: "two", aggregation: "combine" },
      ["c/A c/d1: 1", "c/A c/d2: 2", "c/B c/d1: 1", "c/B c/d2: 1", "c/C c/d1: 2"],
    ],
    [
      { mode: "two", normalization: "prominence" },
      ["c/A c/d1: 0.5", "c/A c/d2: -0.5", "c/B c/d1: 0.25", "c/B c/d2: 0.5", "c/C c/d1: -0.25"],
    ],
    [{ aggregation: "conflict", minWeight: "2" }, ["c/A c/C: 2"]],
    [{ aggregation: "subtract", "min-weight": 2 }, ["c/A c/C: -2"]],
    [{ aggregation: "conflict", minStatements: 3 }, ["c/A c/C: 2"]],
  ])("weighs %j", (words, expected) => {
    expect(weigh(words)).toEqual(expected);
  });

  it("opens a weight into the pairs of statements that make it up", () => {
    const network = projectNetwork(WORKED, parseNetworkOptions("c", { aggregation: "subtract" }));
    expect(explainEdge(network, { source: "c/B", target: "c/A" })).toEqual({
      edge: {
        source: "c/A",
        target: "c/B",
        kind: "SUBTRACT",
        weight: 1,
        positive: 2,
        negative: 1,
        statementCount: 5,
        first: null,
        last: null,
        publishers: [],
        sources: [],
        spells: [],
      },
      contributions: [
        pair("c/1", "c/4", "c/d1", 1, 1, 1),
        pair("c/2", "c/4", "c/d1", 1, 1, 1),
        pair("c/3", "c/5", "c/d2", -1, 1, -1),
      ],
    });
    expect(explainEdge(network, { source: "c/A", target: "c/nobody" })).toBe(null);
  });

  it("leaves out isolates unless they are asked for", () => {
    const ids = (isolates: boolean) =>
      projectNetwork(WORKED, parseNetworkOptions("c", { isolates })).nodes.map(({ id }) => id);
    expect(ids(false)).toEqual(["c/A", "c/B"]);
    expect(ids(true)).toEqual(["c/A", "c/B", "c/C"]);
  });
});

describe("projectNetwork(data, options)", () => {
  it("counts pairs that cancel", () => {
    const network = project(
      {
        statements: [
          makeStatement("c/1", "c/A", "BACKED", "c/d1"),
          makeStatement("c/2", "c/B", "BACKED", "c/d1"),
          makeStatement("c/3", "c/A", "BACKED", "c/d2"),
          makeStatement("c/4", "c/B", "REJECTED", "c/d2"),
        ],
      },
      { aggregation: "subtract" },
    );
    expect(network.edgeCount).toBe(0);
    expect(network.report.cancelled).toBe(1);
  });

  it("compares signs on issues within one demand only, and adds the counts up", () => {
    const parts = {
      targets: [
        makeTarget("c/i", "Issue"),
        makeTarget("c/d1", "Demand", { issues: ["c/i"] }),
        makeTarget("c/d2", "Demand", { issues: ["c/i"] }),
        makeTarget("c/d3"),
      ],
      statements: [
        makeStatement("c/1", "c/A", "BACKED", "c/d1"),
        makeStatement("c/2", "c/B", "BACKED", "c/d2"),
        makeStatement("c/3", "c/B", "BACKED", "c/d1"),
        makeStatement("c/4", "c/B", "BACKED", "c/d3"),
      ],
    };
    expect(listWeights(project(parts, { on: "issue" }))).toEqual(["c/A c/B: 1"]);
    expect(listWeights(project(parts, { on: "issue", aggregation: "ignore" }))).toEqual(["c/A c/B: 2"]);
    expect(listWeights(project(parts, { on: "issue", mode: "two" }))).toEqual(["c/A c/i: 1", "c/B c/i: 2"]);
    expect(project(parts, { on: "issue" }).report.leftOut).toEqual([{ reason: "OTHER_TARGET", count: 1 }]);
  });

  it("draws acts as they are, one edge a kind, also between actors", () => {
    const network = project(
      {
        actors: [makeActor("c/A"), makeActor("c/B")],
        statements: [
          makeStatement("c/1", "c/A", "BACKED", "c/d1"),
          makeStatement("c/2", "c/A", "REJECTED", "c/d1"),
          makeStatement("c/3", "c/A", "CRITICISED", "c/B", { targetKind: "Actor" }),
          makeStatement("c/4", "c/A", "BACKED", "c/d1"),
        ],
      },
      { network: "acts" },
    );
    const edges = Array.from({ length: network.edgeCount }, (_, edge) => network.readEdge(edge));
    expect(edges.map(({ source, target, kind, weight }) => [source, target, kind, weight])).toEqual([
      ["c/A", "c/B", "CRITICISED", 1],
      ["c/A", "c/d1", "BACKED", 2],
      ["c/A", "c/d1", "REJECTED", 1],
    ]);
    expect(() => explainEdge(network, { source: "c/A", target: "c/d1" })).toThrow(
      '"c/A" and "c/d1" are joined by several edges: give one kind of BACKED, REJECTED.',
    );
  });

  it("joins actors by the meetings that both attended, however often it is said", () => {
    const at = { targetKind: "Meeting" as const };
    const parts = {
      statements: [
        makeStatement("c/1", "c/A", "ATTENDED", "c/m1", at),
        makeStatement("c/2", "c/A", "ATTENDED", "c/m1", at),
        makeStatement("c/3", "c/B", "ATTENDED", "c/m1", at),
        makeStatement("c/4", "c/A", "ATTENDED", "c/m2", at),
        makeStatement("c/5", "c/B", "ATTENDED", "c/m2", at),
        makeStatement("c/6", "c/C", "DECLINED_TO_ATTEND", "c/m2", at),
      ],
    };
    expect(listWeights(project(parts, { network: "attendance" }))).toEqual(["c/A c/B: 2"]);
  });

  it("joins actors by what they proposed together", () => {
    const plan = { targetKind: "Proposal" as const };
    const parts = {
      statements: [
        makeStatement("c/1", "", "PROPOSED", "c/q1", { ...plan, actors: ["c/A", "c/B"] }),
        makeStatement("c/2", "c/C", "BACKED", "c/q1", plan),
      ],
    };
    expect(listWeights(project(parts, { network: "proposers" }))).toEqual(["c/A c/B: 1"]);
  });

  it("joins third parties to the sides that they stood between", () => {
    const at = { targetKind: "Meeting" as const };
    const network = project(
      {
        statements: [
          makeStatement("c/1", "c/T", "MEDIATED", "c/m1", at),
          makeStatement("c/2", "c/A", "ATTENDED", "c/m1", at),
          makeStatement("c/3", "c/B", "ATTENDED", "c/m1", at),
          makeStatement("c/4", "c/T", "OFFERED_TO_MEDIATE", "c/q1", { targetKind: "Proposal" }),
          makeStatement("c/5", "c/A", "REJECTED", "c/q1", { targetKind: "Proposal" }),
        ],
      },
      { network: "mediation" },
    );
    expect(listWeights(network)).toEqual(["c/T c/A: 1", "c/T c/A: 1", "c/T c/B: 1"]);
    expect([0, 1, 2].map((edge) => network.kindOf(edge))).toEqual([
      "MEDIATED",
      "OFFERED_TO_MEDIATE",
      "MEDIATED",
    ]);
  });

  it("drops repeated acts, but no act for another one on the same target", () => {
    const at = { targetKind: "Meeting" as const };
    const parts = {
      statements: [
        makeStatement("c/1", "c/A", "INVITED", "c/m1", at),
        makeStatement("c/2", "c/A", "ATTENDED", "c/m1", at),
        makeStatement("c/3", "c/A", "ATTENDED", "c/m1", at),
        makeStatement("c/4", "c/T", "HOSTED", "c/m1", at),
        makeStatement("c/5", "c/T", "MEDIATED", "c/m1", at),
      ],
    };
    const kinds = (network: string) => {
      const found = project(parts, { network, duplicates: "all" });
      return Array.from({ length: found.edgeCount }, (_, edge) => [found.kindOf(edge), found.weightOf(edge)]);
    };
    expect(kinds("acts")).toEqual([
      ["ATTENDED", 1],
      ["INVITED", 1],
      ["HOSTED", 1],
      ["MEDIATED", 1],
    ]);
    expect(kinds("mediation")).toEqual([["MEDIATED", 1]]);
  });

  it("tells which publishers support an edge, a work once", () => {
    const parts = {
      sources: [
        { id: "c/r1", publisher: "Reuters", sameWorkAs: ["c/r2"] },
        { id: "c/r2", publisher: "Reuters", sameWorkAs: [] },
        { id: "c/t", publisher: "TASS", sameWorkAs: [] },
      ],
      statements: [
        makeStatement("c/1", "c/A", "BACKED", "c/d1", { cites: ["c/r1"], foundIn: ["c/t"] }),
        makeStatement("c/2", "c/B", "BACKED", "c/d1", { cites: ["c/r2"], foundIn: ["c/t"] }),
      ],
    };
    const { publishers, sources } = project(parts).readEdge(0);
    expect({ publishers, sources }).toEqual({ publishers: ["Reuters"], sources: ["c/r1"] });
    expect(project(parts, { minSources: 2 }).edgeCount).toBe(0);
    const without = project(parts, { withoutSources: "r2" });
    expect(without.report.leftOut).toEqual([{ reason: "SOURCE_LEFT_OUT", count: 2 }]);
  });

  it("leaves kinds of nodes out with their edges, and counts them neither as light nor as isolates", () => {
    const parts = {
      targets: [makeTarget("c/d1"), makeTarget("c/p1", "Proposal")],
      statements: [
        makeStatement("c/1", "c/A", "BACKED", "c/d1"),
        makeStatement("c/2", "c/A", "PROPOSED", "c/p1"),
      ],
    };
    const options = { network: "acts", isolates: true };
    const whole = project(parts, options);
    const kinds = whole.nodes.map(({ kind }) => kind);
    const left = project(parts, { ...options, withoutKinds: "proposal" });
    expect([kinds.includes("Proposal"), whole.edgeCount]).toEqual([true, 2]);
    expect([left.nodes.map(({ kind }) => kind), left.edgeCount]).toEqual([
      kinds.filter((kind) => kind !== "Proposal"),
      1,
    ]);
    expect([left.report.belowMinimum, left.report.isolates]).toEqual([0, whole.report.isolates]);
    expect(project(parts, { ...options, withoutKinds: kinds }).nodes).toEqual([]);
  });

  it("cuts time between meetings, the last day of a meeting belonging to the time before", () => {
    const network = project(
      {
        meetings: [
          { id: "c/m1", name: "First", kind: "ROUND", earliest: "2022-02-28", latest: "2022-02-28" },
          { id: "c/m2", name: "Call", kind: "CALL", earliest: "2022-03-01", latest: "2022-03-01" },
          { id: "c/m3", name: "Second", kind: "ROUND", earliest: "2022-03-03", latest: "2022-03-04" },
        ],
        statements: ["2022-02-28", "2022-03-01", "2022-03-04", "2022-03-05"].flatMap((day, i) => [
          makeStatement(`c/a${i}`, "c/A", "BACKED", "c/d1", { day }),
          makeStatement(`c/b${i}`, "c/B", "BACKED", "c/d1", { day }),
        ]),
      },
      { slices: "meetings" },
    );
    expect(
      network.slices?.map(({ label, from, to, network: own }) => [label, from, to, own.weightOf(0)]),
    ).toEqual([
      ["before First", null, "2022-02-28", 1],
      ["First – Second", "2022-03-01", "2022-03-04", 4],
      ["after Second", "2022-03-05", null, 1],
    ]);
    expect(network.weightOf(0)).toBe(6);
    expect(network.readEdge(0).spells).toEqual([{ from: null, to: null }]);
  });

  it("takes no slices of nothing", () => {
    const network = project({ statements: [] }, { slices: "year" });
    expect([network.slices, network.edgeCount, network.nodes]).toEqual([[], 0, []]);
  });
});

function pair(
  left: string,
  right: string,
  on: string,
  leftSign: number,
  rightSign: number,
  contribution: number,
) {
  return { left, right, on, leftSign, rightSign, contribution, slice: null };
}
