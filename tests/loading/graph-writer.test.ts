import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameters, Row } from "../../src/database/database.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { isRecord, splitAside } from "../../src/loading/apply-plan.ts";
import { surveyCase } from "../../src/loading/case-source.ts";
import type { EncodedNode } from "../../src/loading/encode-rows.ts";
import { freshState } from "../../src/loading/fresh-state.ts";
import { GraphWriter } from "../../src/loading/graph-writer.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";

const NOW = "2026-01-01T00:00:00Z";

/** Stages a case in batches of a few rows, and finds ends as Neo4j does: by the index of `Staged` nodes alone. */
async function stage(dataset: Dataset | string, batchRows: number) {
  const state = freshState(await surveyCase(dataset), { now: NOW });
  const labels = new Map<string, readonly string[]>();
  const run = async <R extends Row>(_query: string, { ends, nodes }: Parameters): Promise<R[]> => {
    const found = (ends as string[]).filter((id) => labels.get(id)?.includes("Staged"));
    for (const node of nodes as EncodedNode[]) labels.set(String(node.properties.id), node.labels);
    return [{ endCount: found.length } as unknown as R];
  };
  const { caseSlug } = state;
  const isEntangled = state.isEntangled ?? (() => true);
  const writer = new GraphWriter({ caseSlug, isStaged: true, run, isEntangled, batchRows });
  let rowCount = 0;
  for await (const { nodes, relations } of state.pieces) {
    const rows = { nodes: nodes.filter(isRecord), relations: splitAside(relations).inline };
    rowCount += rows.nodes.length + rows.relations.length;
    await writer.add(rows);
  }
  await writer.finish();
  return { labels, rowCount, writtenCount: writer.writtenCount };
}

describe("GraphWriter.add(rows), out of sight", () => {
  it("finds the ends of all relations of the example, in whatever batches", async () => {
    for (const batchRows of [1, 7, 1000]) {
      const { rowCount, writtenCount } = await stage(EXAMPLE_CASE, batchRows);
      expect(writtenCount).toBe(rowCount);
    }
  });

  it("finds the ends of all relations of generated cases", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset({ maxStatements: 12 }),
        fc.integer({ min: 1, max: 20 }),
        async (dataset, size) => {
          const { rowCount, writtenCount } = await stage(dataset, size);
          expect(writtenCount).toBe(rowCount);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps statements that nothing else leads to out of the index", async () => {
    const { labels } = await stage(EXAMPLE_CASE, 1000);
    const statements = [...labels].filter(([, names]) => names.includes("StagedStatement"));
    const plain = statements.filter(([, names]) => !names.includes("Staged"));
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.length).toBeLessThan(statements.length);
  });

  it("tells of a batch that failed at the next one, or at the end", async () => {
    const run = () => Promise.reject(new Error("the disk is full"));
    const writer = new GraphWriter({ caseSlug: "lake", isStaged: true, run, batchRows: 1 });
    const node = { id: "lake/s1", labels: ["Record", "Statement"], properties: { id: "lake/s1" } };
    await writer.add({ nodes: [node], relations: [] });
    await expect(writer.finish()).rejects.toThrow("the disk is full");
    await writer.settle();
    expect(writer.writtenCount).toBe(0);
  });
});
