import { beforeAll, describe, expect, it } from "vitest";
import { type EdgeView, edge } from "../../src/analytics/edge.ts";
import { computeNetwork } from "../../src/analytics/network.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { explainEdge } from "../../src/network/explain-edge.ts";
import { readEdges } from "../../src/network/network.ts";
import { NETWORK_NAMES } from "../../src/network/network-options.ts";
import { parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const CASE = "lake-talks";
const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

type Words = Readonly<Record<string, string>>;

const ask = (source: string, target: string, words: Words = {}, page: { after?: string | null } = {}) =>
  edge(neo4j.database, { case: CASE, source, target, ...words, ...page });

/** Goes through all pages of two contributions each. */
async function askAllPages(source: string, target: string, words: Words): Promise<EdgeView[]> {
  const pages: EdgeView[] = [];
  let after: string | null = null;
  do {
    const page: EdgeView = await edge(neo4j.database, {
      case: CASE,
      source,
      target,
      ...words,
      first: 2,
      after,
    });
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

describe("edge(database, input)", () => {
  it.each(NETWORK_NAMES)("opens every edge of %s on pages that add up to its weight", async (network) => {
    const words = { network, throughProposals: network === "actors" ? "true" : "" };
    const computed = await computeNetwork(neo4j.database, CASE, parseNetworkOptions(CASE, words));
    for (const { source, target, kind, weight } of readEdges(computed)) {
      const pages = await askAllPages(source, target, { ...words, kind });
      const found = pages.flatMap(({ contributions }) => contributions);
      const expected = explainEdge(computed, { source, target, kind })?.contributions;
      expect(found.map(({ left, right }) => [left.id, right?.id ?? null])).toEqual(
        expected?.map(({ left, right }) => [left, right]),
      );
      expect(found.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(weight, 9);
      const ids = found.flatMap(({ left, right }) => (right ? [left.id, right.id] : [left.id]));
      for (const page of pages) {
        expect([page.edge?.weight, page.pageInfo.totalCount]).toEqual([weight, found.length]);
        expect(page.edge?.statements).toEqual([...new Set(ids)].sort());
      }
    }
  });

  it("says why there is no such edge", async () => {
    expect(await ask("northland", "southland")).toEqual({
      edge: null,
      contributions: [],
      pageInfo: { totalCount: 0, hasNextPage: false, endCursor: null },
      emptyBecause: "NOTHING_SHARED",
    });
    const heavy = await ask("northland", "southland", { aggregation: "ignore", minWeight: "5" });
    expect(heavy.emptyBecause).toBe("BELOW_MINIMUM");
  });

  it("refuses a cursor of another edge, and a page that cannot be", async () => {
    const acts = { network: "acts" };
    const { pageInfo } = await ask("northland", "zone-40", acts);
    await expect(ask("southland", "zone-40", acts, { after: pageInfo.endCursor })).rejects.toThrow(
      "after is a cursor of another question",
    );
    await expect(
      edge(neo4j.database, { case: CASE, source: "northland", target: "southland", first: 0 }),
    ).rejects.toThrow("first is 0: ask for 1 to 1000 at once.");
  });
});
