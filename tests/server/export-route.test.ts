import { execFileSync } from "node:child_process";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const test = useDatabase();
let server: RunningServer;
let caseSlug = "";

beforeAll(async () => {
  caseSlug = (await loadDataset(test.database, EXAMPLE_CASE)).caseSlug;
  const logger = pino({ level: "silent" });
  server = await startServer({ database: test.database, logger, settings: { port: 0, version: "1.2.3" } });
});

afterAll(async () => {
  await server.close();
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, server.url), { headers });
}

describe("GET /export/<case>/<network>.<format>", () => {
  it.each(["gexf", "graphml"])(
    "gives the acts as %s that networkx reads, every edge with its kind",
    async (format) => {
      const response = await get(`/export/${caseSlug}/acts.${format}`);
      expect(response.status).toBe(200);
      const program = `
import io, json, sys, networkx
network = networkx.read_${format}(io.BytesIO(sys.stdin.buffer.read()))
edges = sorted([network.nodes[a].get("label", network.nodes[a].get("name")), d.get("kind"), network.nodes[b].get("label", network.nodes[b].get("name"))] for a, b, d in network.edges(data=True))
print(json.dumps([network.number_of_nodes(), edges], ensure_ascii=False))`;
      const input = Buffer.from(await response.arrayBuffer());
      const read = JSON.parse(
        execFileSync(findPackageFile(".venv/bin/python"), ["-c", program], { input, encoding: "utf8" }),
      );
      const json = (await (await get(`/export/${caseSlug}/acts.json`)).json()) as {
        nodes: unknown[];
        links?: unknown[];
        edges?: unknown[];
      };
      expect([read[0], read[1].length]).toEqual([json.nodes.length, (json.links ?? json.edges ?? []).length]);
    },
  );

  it("names the file after case and network", async () => {
    const response = await get(`/export/${caseSlug}/actors.gexf?aggregation=conflict`);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="${caseSlug}-actors.gexf"`,
    );
    expect(await response.text()).toContain("aggregation: CONFLICT");
  });

  it("answers 304 as long as the case and the words are the same", async () => {
    const first = await get(`/export/${caseSlug}/actors.graphml`);
    const etag = first.headers.get("etag") ?? "";
    expect(
      (
        await get(`/export/${caseSlug}/actors.graphml`, {
          "if-none-match": etag,
          "cache-control": "max-age=0",
        })
      ).status,
    ).toBe(304);
    expect(
      (
        await get(`/export/${caseSlug}/actors.graphml?on=claim`, {
          "if-none-match": etag,
          "cache-control": "max-age=0",
        })
      ).status,
    ).toBe(200);
  });

  it("carries measures on nodes and in what it says of the whole", async () => {
    const response = await get(`/export/${caseSlug}/actors.json?measures=degree,communities,polarisation`);
    const { graph, nodes } = (await response.json()) as {
      graph: { measures: Record<string, number> };
      nodes: Record<string, unknown>[];
    };
    expect(Object.keys(graph.measures)).toEqual(["communityCount", "modularity", "polarisation"]);
    for (const node of nodes) {
      expect(node).toMatchObject({
        degree: expect.any(Number),
        community: expect.any(Number),
        camp: expect.any(Number),
      });
    }
  });

  it("names the word that was meant", async () => {
    const messageOf = async (path: string) => {
      const body = (await (await get(`/export/${caseSlug}/${path}`)).json()) as {
        errors: [{ message: string }];
      };
      return body.errors[0].message;
    };
    expect(await messageOf("actors.gexf?agregation=ignore")).toMatch(/Did you mean "aggregation"\?$/);
    expect(await messageOf("actor.gexf")).toMatch(/Did you mean "actors"\?$/);
    expect(await messageOf("actors.gefx")).toMatch(/Did you mean "gexf"\?$/);
  });

  it("compresses", async () => {
    const response = await get(`/export/${caseSlug}/acts.cyjs`, { "accept-encoding": "gzip" });
    expect(response.headers.get("content-encoding")).toBe("gzip");
  });

  it.each([
    ["acts.doc", 400, "BAD_INPUT"],
    ["friends.gexf", 404, "NOT_FOUND"],
    ["actors.gexf?aggregation=love", 400, "BAD_INPUT"],
    ["actors.graphml?slices=month", 400, "UNSUPPORTED_COMBINATION"],
  ])("refuses %s with the reason", async (path, status, code) => {
    const response = await get(`/export/${caseSlug}/${path}`);
    const body = (await response.json()) as { errors: [{ extensions: { code: string } }] };
    expect([response.status, body.errors[0].extensions.code]).toEqual([status, code]);
  });

  it("answers HEAD as GET, without the file", async () => {
    const response = await fetch(new URL(`/export/${caseSlug}/actors.gexf`, server.url), { method: "HEAD" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/gexf+xml",
      "",
    ]);
    expect(response.headers.get("etag")).toMatch(/^W\//);
  });

  it("names the cases where one is not loaded", async () => {
    const response = await get("/export/nowhere/acts.gexf");
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("UNKNOWN_CASE")]);
  });
});
