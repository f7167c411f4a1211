import { describe, expect, it } from "vitest";
import { writeCypher } from "../../src/exporters/write-cypher.ts";
import { readEdges } from "../../src/network/network.ts";
import { useDatabase } from "../support/neo4j.ts";
import { CONTEXT, sampleNetwork } from "./support/sample-network.ts";

const neo4j = useDatabase();

async function run(text: string): Promise<Record<string, unknown>[]> {
  const session = neo4j.database.driver.session(neo4j.database.sessionConfig);
  try {
    const result = await session.run(text);
    return result.records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

describe("writeCypher(network, context)", () => {
  it("makes the network in a Neo4j, also when it is run twice", async () => {
    const network = sampleNetwork({ network: "acts", slices: "month" });
    const script = [...writeCypher(network, CONTEXT)].join("");
    const statements = script.split("\n").filter((line) => line !== "" && !line.startsWith("//"));
    for (const statement of [...statements, ...statements]) await run(statement.replace(/;$/, ""));
    const nodes = await run("MATCH (n:NetworkNode) RETURN n.id AS id, n.name AS name ORDER BY id");
    expect(nodes).toEqual(
      network.nodes.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const edges = await run(
      "MATCH (a:NetworkNode)-[r]->(b) RETURN a.id AS source, b.id AS target, type(r) AS kind, toFloat(r.weight) AS weight, r.publishers AS publishers ORDER BY source, target, kind",
    );
    const expected = [...readEdges(network)].map(({ source, target, kind, weight, publishers }) => ({
      source,
      target,
      kind,
      weight,
      publishers: publishers.length > 0 ? publishers.join("|") : null,
    }));
    const key = (edge: Record<string, unknown>) => `${edge.source} ${edge.target} ${edge.kind}`;
    expect(edges).toEqual(expected.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    const [query] = await run("MATCH (q:NetworkQuery) RETURN q.generator AS generator, q.slices AS slices");
    expect(query).toEqual({ generator: "Demarche 1.2.3", slices: "MONTH" });
  });
});
