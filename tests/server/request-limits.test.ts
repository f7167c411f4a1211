import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { holdDatabase } from "../support/held-database.ts";
import { type Answer, type TestServer, useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { openSocket } from "../support/raw-request.ts";

const own = useDatabase();
const held = holdDatabase(own);
beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});
afterAll(() => held.open());

const QUERY = "{ cases { slug } }";
const ANSWER = { data: { cases: [{ slug: "lake-talks" }] } };
const shown = ({ status, headers, json }: Answer) => [
  status,
  headers.get("retry-after"),
  json.errors[0].extensions.code,
  json.errors[0].message,
];
/** Waits until so many requests run and wait, by the server's own figures. */
async function untilBusy({ get }: TestServer, running: number, waiting: number): Promise<void> {
  const lines = [
    `demarche_requests{state="running"} ${running}`,
    `demarche_requests{state="waiting"} ${waiting}`,
  ];
  for (;;) {
    const { text } = await get("/metrics");
    if (lines.every((line) => text.includes(line))) return;
    await sleep(20);
  }
}

describe("the queue", () => {
  const server = useServer(held, { limits: { ...DEFAULT_LIMITS, maxConcurrent: 1, maxQueued: 1 } });
  beforeEach(() => held.hold());

  it("lets one request run, one wait, and refuses the next at once; then serves both", async () => {
    const first = server.ask(QUERY);
    await untilBusy(server, 1, 0);
    const second = server.ask(QUERY);
    await untilBusy(server, 1, 1);
    expect(shown(await server.ask(QUERY))).toEqual([
      503,
      "1",
      "OVERLOADED",
      "The server is busy with 1 requests, and up to 1 wait. Try again in a moment.",
    ]);
    expect((await server.get("/healthz")).status).toBe(200);
    held.open();
    expect([(await first).json, (await second).json]).toEqual([ANSWER, ANSWER]);
    await untilBusy(server, 0, 0);
  });

  it("counts exports too", async () => {
    const first = server.ask(QUERY);
    await untilBusy(server, 1, 0);
    const file = server.get("/export/lake-talks/acts.json");
    await untilBusy(server, 1, 1);
    held.open();
    expect([(await first).status, (await file).status]).toEqual([200, 200]);
  });

  it("gives no place to a request whose body is not there yet", async () => {
    const { host } = new URL(server.server.url);
    const slow = await openSocket(server.server.url);
    const head = ["POST /graphql HTTP/1.1", `Host: ${host}`, "Content-Type: application/json"];
    slow.write(`${[...head, "Content-Length: 100"].join("\r\n")}\r\n\r\n{`);
    held.open();
    expect((await server.ask(QUERY)).json).toEqual(ANSWER);
    slow.destroy();
  });

  it("gives the place of a client that goes away to the next", async () => {
    const leaving = new AbortController();
    const body = JSON.stringify({ query: QUERY });
    const headers = { "content-type": "application/json" };
    const first = server.get("/graphql", { method: "POST", headers, body, signal: leaving.signal });
    await untilBusy(server, 1, 0);
    const second = server.ask(QUERY);
    await untilBusy(server, 1, 1);
    leaving.abort();
    await expect(first).rejects.toThrow();
    await untilBusy(server, 1, 0);
    held.open();
    expect((await second).json).toEqual(ANSWER);
  });
});

describe("the wait in the queue", () => {
  const limits = { ...DEFAULT_LIMITS, maxConcurrent: 1, maxQueueMs: 20 };
  const server = useServer(held, { limits });

  it("ends with OVERLOADED when it becomes too long", async () => {
    held.hold();
    const first = server.ask(QUERY);
    await untilBusy(server, 1, 0);
    expect(shown(await server.ask(QUERY)).slice(0, 3)).toEqual([503, "1", "OVERLOADED"]);
    held.open();
    expect((await first).json).toEqual(ANSWER);
  });
});

describe("the rate and the size of exports", () => {
  const limits = { ...DEFAULT_LIMITS, requestsPerMinute: 2, maxExportBytes: 2_000 };
  const server = useServer(own, { limits, trustedProxies: 1 });
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  it("refuses a client that asks too often, and no other one", async () => {
    const ask = (address: string) => server.get("/graphql?query=none", from(address));
    const statuses = [(await ask("192.0.2.1")).status, (await ask("192.0.2.1")).status];
    const third = await ask("192.0.2.1");
    expect([...statuses, third.status, third.json.errors[0].extensions.code]).toEqual([
      400,
      400,
      429,
      "RATE_LIMITED",
    ]);
    expect(third.json.errors[0].message).toMatch(/^More than 2 requests in a minute\. Try again in \d+ s\.$/);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("192.0.2.2")).status).toBe(400);
    expect((await server.get("/healthz", from("192.0.2.1"))).status).toBe(200);
  });

  it("refuses a file that would be larger than the limit before it sends any of it", async () => {
    const { status, headers, json } = await server.get("/export/lake-talks/acts.gexf", from("192.0.2.3"));
    expect([status, headers.get("content-disposition"), json]).toEqual([
      413,
      null,
      {
        errors: [
          {
            message:
              "The file would be larger than 2000 bytes: take a shorter time, fewer actors or one issue, or write it with `demarche export`, which has no such limit.",
            extensions: { code: "TOO_LARGE", limit: 2_000 },
          },
        ],
      },
    ]);
  });
});
