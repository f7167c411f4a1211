import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
const { get, ask } = useServer(own);
beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

/** Values of the lines of `/metrics`, by name and labels. */
async function readMetrics(): Promise<ReadonlyMap<string, number>> {
  const { text } = await get("/metrics");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
}

const count = async (name: string) => (await readMetrics()).get(name);

describe("GET /metrics", () => {
  it("serves text for Prometheus, with the figures of the process", async () => {
    const { headers } = await get("/metrics");
    expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await count("process_resident_memory_bytes")).toBeGreaterThan(0);
  });

  it("counts requests by part of the server and class of status", async () => {
    await get("/healthz");
    await get("/nope");
    expect(await count('demarche_http_request_duration_seconds_count{route="healthz",status="2xx"}')).toBe(1);
    expect(await count('demarche_http_request_duration_seconds_count{route="pages",status="4xx"}')).toBe(1);
  });

  it("counts operations by their field and error", async () => {
    await ask('query Whatever { t: trace(id: "lake-talks/zone-20") { root { id } } }');
    await ask('{ trace(id: "lake-talks/nope") { root { id } } }');
    await ask("{ cases { slug } actors(limit: 1) { slug } }");
    await ask("{ __schema { queryType { name } } }");
    await ask("{ nonsense }");
    const operation = (name: string, code: string) =>
      count(`demarche_operation_duration_seconds_count{operation="${name}",code="${code}"}`);
    expect([
      await operation("trace", "OK"),
      await operation("trace", "NOT_FOUND"),
      await operation("several", "OK"),
      await operation("introspection", "OK"),
      await operation("invalid", "BAD_INPUT"),
    ]).toEqual([1, 1, 1, 1, 1]);
  });

  it("counts queries to Neo4j by their name, and none as running when all is answered", async () => {
    await ask('{ trace(id: "lake-talks/zone-20") { root { id } } }');
    expect(
      await count('demarche_neo4j_query_duration_seconds_count{query="analytics/trace"}'),
    ).toBeGreaterThan(0);
    expect(await count('demarche_neo4j_query_duration_seconds_count{query="generated"}')).toBeGreaterThan(0);
    expect(await count("demarche_neo4j_queries_running")).toBe(0);
  });

  it("has no label that a client could multiply", async () => {
    const askAs = async (name: string) => {
      await get(`/${name}`);
      await ask(`query ${name} { ${name}: nonsense { ${name} } }`);
      await ask(`{ trace(id: "lake-talks/${name}") { root { id } } }`);
      return [...(await readMetrics()).keys()].filter((line) => line.startsWith("demarche_"));
    };
    await askAs("first");
    const known = await askAs("second");
    expect(await askAs("third")).toEqual(known);
  });
});
