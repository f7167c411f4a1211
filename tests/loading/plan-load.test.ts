import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDataset, type Tables } from "../../src/dataset/dataset.ts";
import { type GraphRows, type NodeRow, toGraphRows } from "../../src/dataset/graph-rows.ts";
import { recordsFromGraph } from "../../src/dataset/records-from-graph.ts";
import { planLoad, type StoredGraph } from "../../src/loading/plan-load.ts";
import { arbitraryHistory } from "../support/arbitrary-change.ts";
import { blankRecord } from "../support/blank-record.ts";
import { sortGraph } from "../support/read-graph.ts";

const NOTHING: StoredGraph = { nodes: [], relations: [] };
const TIMES = [
  "2026-01-01T00:00:00Z",
  "2026-02-01T00:00:00Z",
  "2026-03-01T00:00:00Z",
  "2026-04-01T00:00:00Z",
];
const [FIRST = "", SECOND = "", THIRD = ""] = TIMES;

function store({ nodes, relations }: GraphRows): StoredGraph {
  return { nodes, relations: relations.map((row, index) => ({ ...row, key: String(index) })) };
}

/** The stored graph after the plan's writes, worked out apart from the plan's own final state. */
function apply(stored: StoredGraph, plan: ReturnType<typeof planLoad>): GraphRows {
  const gone = new Set(plan.removedRelations.map(({ key }) => key));
  const removed = new Set(plan.removedNodes);
  const updates = new Map(plan.updatedNodes.map(({ row }) => [row.id, row]));
  const kept = stored.nodes.filter((node) => !removed.has(node));
  return {
    nodes: [
      ...kept.map((node) => (node.labels.includes("FormerId") ? node : (updates.get(node.id) ?? node))),
      ...plan.created.nodes,
    ],
    relations: [
      ...stored.relations.filter(({ key }) => !gone.has(key)).map(({ key: _, ...row }) => row),
      ...plan.created.relations,
    ],
  };
}

const HOME = blankRecord("case", { slug: "talks", title: "Talks", licence: "CC-BY-4.0" });

function talks(statements: readonly object[], tables: Partial<Tables> = {}) {
  const rows = statements.map((values) =>
    blankRecord("statements", {
      act: "DEMANDED",
      status: "REPORTED",
      foundIn: ["paper"],
      actors: ["north"],
      target: "truce",
      ...values,
    }),
  );
  return makeDataset({
    case: [HOME],
    sources: [blankRecord("sources", { slug: "paper" })],
    actors: ["north", "south"].map((slug) => blankRecord("actors", { slug, name: slug, kind: "STATE" })),
    demands: [blankRecord("demands", { slug: "truce", text: "a truce" })],
    statements: rows,
    ...tables,
  }).tables;
}

function load(...states: readonly Tables[]) {
  let stored = NOTHING;
  const plans = states.map((tables, at) => {
    const plan = planLoad(stored, tables, TIMES[at] ?? FIRST);
    stored = store(apply(stored, plan));
    return plan;
  });
  const last = plans.at(-1);
  if (!last) throw new Error("no state");
  return { plan: last, graph: stored };
}

function nodeOf(graph: { readonly nodes: readonly NodeRow[] }, id: string) {
  return graph.nodes.find((node) => node.id === id);
}

function relationsOf(graph: GraphRows, id: string): string[] {
  const around = graph.relations.filter(({ from, to, properties }) =>
    [from, to, properties.statementId].includes(id),
  );
  return around.map(({ type, from, to }) => `${from} ${type} ${to}`).sort();
}

describe("planLoad(stored, tables, now)", () => {
  it("writes all of a case that is not stored, and sets when its statements were recorded", () => {
    const { plan } = load(talks([{ slug: "s1" }, { slug: "s2", recordedAt: "2020-01-01T00:00:00Z" }]));
    expect(plan.created.nodes.length).toBe(7);
    expect(nodeOf(plan.final, "talks/s1")?.properties.recordedAt).toBe(FIRST);
    expect(nodeOf(plan.final, "talks/s2")?.properties.recordedAt).toBe("2020-01-01T00:00:00Z");
  });

  it("keeps a changed statement as a version without derived relations", () => {
    const { plan, graph } = load(talks([{ slug: "s1" }]), talks([{ slug: "s1", act: "REJECTED" }]));
    expect(plan.tables).toEqual({
      statements: {
        added: { count: 0, ids: [] },
        changed: { count: 1, ids: ["talks/s1"] },
        removed: { count: 0, ids: [] },
      },
    });
    expect(plan.retracted).toEqual({ count: 1, ids: ["talks/s1~1"] });
    expect(nodeOf(graph, "talks/s1~1")?.properties).toMatchObject({
      act: "DEMANDED",
      slug: "s1~1",
      recordedAt: FIRST,
      retractedAt: SECOND,
    });
    expect(nodeOf(graph, "talks/s1")?.properties).toMatchObject({ act: "REJECTED", recordedAt: SECOND });
    expect(relationsOf(graph, "talks/s1~1")).toEqual([
      "talks/north STATED talks/s1~1",
      "talks/s1 CORRECTS talks/s1~1",
      "talks/s1~1 FOUND_IN talks/paper",
      "talks/s1~1 IN_CASE talks",
      "talks/s1~1 ON talks/truce",
    ]);
    expect(relationsOf(graph, "talks/s1")).toContain("talks/north REJECTED talks/truce");
    expect(relationsOf(graph, "talks/s1")).not.toContain("talks/north DEMANDED talks/truce");
  });

  it("writes three nodes and their relations for a changed statement, and nothing else", () => {
    const { plan } = load(
      talks([{ slug: "s1" }, { slug: "s2" }, { slug: "s3" }]),
      talks([{ slug: "s1" }, { slug: "s2", quote: "a truce" }, { slug: "s3" }]),
    );
    expect(plan.updatedNodes.map(({ row }) => row.id)).toEqual(["talks/s2"]);
    expect(plan.created.nodes.map(({ id }) => id)).toEqual(["talks/s2~1"]);
    expect(plan.created.relations.length).toBe(5);
    expect(plan.removedRelations).toEqual([]);
  });

  it("numbers versions on, each newer one correcting the one before", () => {
    const { graph } = load(
      talks([{ slug: "s1" }]),
      talks([{ slug: "s1", quote: "b" }]),
      talks([{ slug: "s1", quote: "c" }]),
    );
    const corrections = graph.relations.filter(({ type }) => type === "CORRECTS");
    expect(corrections.map(({ from, to }) => [from, to])).toEqual([
      ["talks/s1", "talks/s1~2"],
      ["talks/s1~2", "talks/s1~1"],
    ]);
    expect(nodeOf(graph, "talks/s1~1")?.properties.retractedAt).toBe(SECOND);
    expect(nodeOf(graph, "talks/s1~2")?.properties).toMatchObject({ recordedAt: SECOND, retractedAt: THIRD });
  });

  it("takes a statement back that its row says is taken back, without a version", () => {
    const { plan, graph } = load(talks([{ slug: "s1" }]), talks([{ slug: "s1", retractedAt: THIRD }]));
    expect(plan.retracted.count).toBe(0);
    expect(relationsOf(graph, "talks/s1")).not.toContain("talks/north DEMANDED talks/truce");
  });

  it("keeps a removed demand, out of its list, for the removed statement about it", () => {
    const { plan, graph } = load(talks([{ slug: "s1" }]), talks([], { demands: [] }));
    expect(plan.retracted.ids).toEqual(["talks/s1~1", "talks/truce~1"]);
    expect(nodeOf(graph, "talks/truce")).toBe(undefined);
    expect(nodeOf(graph, "talks/truce~1")).toMatchObject({
      labels: ["Record", "RetiredDemand"],
      properties: { slug: "truce~1", text: "a truce" },
    });
    expect(relationsOf(graph, "talks/s1~1")).toContain("talks/s1~1 ON talks/truce~1");
  });

  it("leads what a retracted statement answers to the version that took its place", () => {
    const answer = { slug: "s2", act: "REJECTED", actors: ["south"], inResponseTo: ["s1"] };
    const { graph } = load(talks([{ slug: "s1" }, answer]), talks([{ slug: "s1" }]), talks([]));
    expect(relationsOf(graph, "talks/s2~1")).toContain("talks/s2~1 IN_RESPONSE_TO talks/s1~1");
  });

  it("removes a demand that no retracted statement refers to", () => {
    const { plan } = load(talks([]), talks([], { demands: [] }));
    expect(plan.removedNodes.map(({ id }) => id)).toEqual(["talks/truce"]);
    expect(plan.retracted.count).toBe(0);
  });

  it("recomputes what follows from a statement where that changes", () => {
    const meetings = [blankRecord("meetings", { slug: "round", name: "Round", kind: "ROUND" })];
    const mediation = { slug: "s1", act: "MEDIATED", target: "round" };
    const { plan } = load(talks([mediation], { meetings }), talks([], { meetings }));
    expect(plan.updatedNodes.map(({ row }) => [row.id, row.labels])).toEqual([
      ["talks/north", ["Actor", "Record"]],
    ]);
  });

  it("reaches the new state from any stored one, history apart, and then finds nothing more to write", () => {
    fc.assert(
      fc.property(arbitraryHistory(), (states) => {
        const { graph } = load(...states.map(({ tables }) => tables));
        const tables = states.at(-1)?.tables;
        if (!tables) return;
        expect(sortGraph(withoutHistory(graph, tables))).toEqual(
          sortGraph(withoutHistory(toGraphRows({ tables }), tables)),
        );
        const again = planLoad(store(graph), tables, "2027-01-01T00:00:00Z");
        expect(again.tables).toEqual({});
        expect([again.created.nodes, again.created.relations, again.updatedNodes]).toEqual([[], [], []]);
        expect([again.removedNodes, again.removedRelations]).toEqual([[], []]);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves a graph whose every relation has both ends, and whose rows make the same graph again", () => {
    fc.assert(
      fc.property(arbitraryHistory(), (states) => {
        const { graph } = load(...states.map(({ tables }) => tables));
        const ids = new Set(graph.nodes.map(({ id }) => id));
        const loose = graph.relations.filter(
          ({ from, to, type }) => type !== "SAME_AS" && !(ids.has(from) && ids.has(to)),
        );
        expect(loose).toEqual([]);
        expect(sortGraph(toGraphRows({ tables: recordsFromGraph(graph) }))).toEqual(sortGraph(graph));
      }),
      { numRuns: 50 },
    );
  });
});

/** Leaves out what loading adds to the rows of a folder: versions, retired records, and times of recording. */
function withoutHistory(graph: GraphRows, tables: Tables): GraphRows {
  const given = new Set([
    ...tables.case.map(({ slug }) => slug),
    ...toGraphRows({ tables }).nodes.map(({ id }) => id),
  ]);
  return {
    nodes: graph.nodes
      .filter(({ id }) => given.has(id))
      .map((node) => {
        const { recordedAt: _, ...properties } = node.properties;
        return { ...node, properties };
      }),
    relations: graph.relations.filter(
      ({ from, to, type }) => given.has(from) && (given.has(to) || type === "SAME_AS"),
    ),
  };
}
