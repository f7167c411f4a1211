import { beforeAll, describe, expect, it } from "vitest";
import { computeNetwork, fetchNetworkData } from "../../src/analytics/network.ts";
import { WHOLE_CASE } from "../../src/analytics/network-table.ts";
import type { Database, Parameters, QueryOptions } from "../../src/database/database.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { readEdges } from "../../src/network/network.ts";
import { NETWORK_NAMES } from "../../src/network/network-options.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { readStatement } from "../../src/network/statement-table.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const CASE = "lake-talks";
const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

const compute = (words: Readonly<Record<string, OptionInput>> = {}) =>
  computeNetwork(neo4j.database, CASE, parseNetworkOptions(CASE, words));

describe("fetchNetworkData(database, caseSlug, choice)", () => {
  it("gives the same statements by the derived relations as one by one", async () => {
    const [quick, full] = await Promise.all([
      fetchNetworkData(neo4j.database, CASE),
      fetchNetworkData(neo4j.database, CASE, { isFull: true }),
    ]);
    const list = ({ statements }: typeof quick) =>
      Array.from({ length: statements.length }, (_, row) => ({
        ...readStatement(statements, row),
        actors: [...readStatement(statements, row).actors].sort(),
        recordedAt: null,
      })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(list(quick)).toEqual(list(full).filter((statement) => statement.retractedAt === null));
    expect(quick.statements.length).toBeGreaterThan(5);
  });

  it("fetches a case once, until it changes", async () => {
    const first = await fetchNetworkData(neo4j.database, CASE);
    expect(await fetchNetworkData(neo4j.database, CASE)).toBe(first);
    await neo4j.database.write((transaction) => transaction.run("load/forget-fingerprint", { case: CASE }));
    expect(await fetchNetworkData(neo4j.database, CASE)).not.toBe(first);
  });

  it("gives a whole case more time than one question has", async () => {
    const limits = new Map<string, number | undefined>();
    const { database } = neo4j;
    const watch =
      <T>(ask: (query: string, parameters: Parameters, options: QueryOptions) => T) =>
      (query: string, parameters: Parameters, options: QueryOptions = {}) => {
        limits.set(query, options.timeoutMs);
        return ask(query, parameters, options);
      };
    const watched: Database = Object.assign(Object.create(database), {
      read: watch(database.read.bind(database)),
      stream: watch(database.stream.bind(database)),
    });
    await fetchNetworkData(watched, CASE);
    const hurried = [...limits].filter(([, timeoutMs]) => timeoutMs !== WHOLE_CASE.timeoutMs);
    expect(hurried.map(([query]) => query)).toEqual(["analytics/case-context"]);
    expect(limits.size).toBeGreaterThan(5);
  });

  it("says which cases there are when one is not", async () => {
    await expect(fetchNetworkData(neo4j.database, "lake-talk")).rejects.toThrow(
      'No case "lake-talk" is loaded; did you mean lake-talks?',
    );
  });
});

describe("computeNetwork(database, caseSlug, options)", () => {
  it.each(NETWORK_NAMES)("computes the network %s with statements behind every edge", async (network) => {
    const computed = await compute({ network });
    for (const edge of readEdges(computed)) expect(edge.statementCount).toBeGreaterThan(0);
    expect(computed.nodes.every(({ id, name }) => name !== id)).toBe(true);
    expect(computed.report.statementsKept).toBeGreaterThan(0);
  });

  it("looks back as the pure computation does", async () => {
    const words = { network: "acts", asKnownOn: "2100-01-01" };
    const then = await compute(words);
    const full = await fetchNetworkData(neo4j.database, CASE, { isFull: true });
    const expected = projectNetwork(full, parseNetworkOptions(CASE, words));
    expect([...readEdges(then)]).toEqual([...readEdges(expected)]);
    expect((await compute({ ...words, asKnownOn: "1900-01-01" })).edgeCount).toBe(0);
  });

  it("refuses an actor that is not there", async () => {
    await expect(compute({ actors: "nobody-at-all" })).rejects.toThrow(
      /^No actor is called "lake-talks\/nobody-at-all"/,
    );
  });
});
