import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { toGraphRows } from "../../src/dataset/graph-rows.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph, sortGraph, type WholeGraph } from "../support/read-graph.ts";

const neo4j = useDatabase();
const NOW = () => new Date("2026-01-01T00:00:00Z");

/** Leaves out when statements were recorded, which hardly a row of the example says. */
function withoutTimes({ nodes, relations }: WholeGraph): WholeGraph {
  return {
    nodes: nodes.map(({ id, labels, properties }) => {
      const { recordedAt: _, ...others } = properties as Record<string, unknown>;
      return { id, labels, properties: others };
    }),
    relations,
  };
}

describe("loadDataset(database, folder)", () => {
  it("writes exactly the nodes and relations of the case", async () => {
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE, { now: NOW });
    expect(report.outcome).toBe("ADDED");
    const { dataset } = await readDataset(EXAMPLE_CASE);
    const graph = await readGraph(neo4j.database);
    const rows = sortGraph(toGraphRows(dataset as Dataset));
    expect(withoutTimes(graph)).toEqual(withoutTimes(rows));
  });
  it("does nothing", async () => {
    const report = await loadDataset(neo4j.database, EXAMPLE_CASE, { now: NOW });
    expect(report).toMatchObject({ outcome: "UNCHANGED", writtenRowCount: 0, removedRowCount: 0 });
  });
});
