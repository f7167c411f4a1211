import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { startServer } from "../../src/server/start-server.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
const { get, ask, log } = useServer(own);
const HTML = { headers: { accept: "text/html" } };
const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
  get("/graphql", { method: "POST", headers, body });
const failure = (message: string, code: string, details: object = {}) => ({
  errors: [{ message, extensions: { code, ...details } }],
});

describe("startServer()", () => {
  it("says that it is alive, and ready once the database answers and has its constraints", async () => {
    expect((await get("/healthz")).json).toEqual({ status: "ok" });
    const message =
      "The database lacks constraints or indexes of this Demarche: start `demarche serve` on it, or wait until another one has upgraded it.";
    const { status, headers, json } = await get("/readyz");
    expect([status, headers.get("retry-after"), json]).toEqual([
      503,
      "1",
      failure(message, "DATABASE_UNAVAILABLE"),
    ]);
    await prepareSchema(own.database);
    expect((await get("/readyz")).json).toEqual({ status: "ok", cases: 0 });
  });

  it("is not ready while the database keeps it waiting", async () => {
    const isSchemaApplied = async () => {
      throw new DemarcheError("TIMEOUT", "The query took longer than the limit and was stopped.");
    };
    const logger = pino({ level: "silent" });
    const server = await startServer({
      database: own.database,
      logger,
      isSchemaApplied,
      settings: { port: 0 },
    });
    const answer = await fetch(new URL("/readyz", server.url));
    expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([
      503,
      "1",
      failure("Neo4j did not answer within 5 s.", "DATABASE_UNAVAILABLE"),
    ]);
    await server.close();
  });

  it("keeps every page to itself by its headers", async () => {
    const { headers } = await get("/", HTML);
    expect(Object.fromEntries(SECURITY_HEADERS.map((name) => [name, headers.get(name)]))).toEqual({
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-powered-by": null,
      "access-control-allow-origin": null,
    });
  });

  it("opens to no other origin", async () => {
    const { headers } = await get("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://example.org" },
      body: '{"query":"{ cases { slug } }"}',
    });
    expect(headers.get("access-control-allow-origin")).toBe(null);
    const preflight = await get("/graphql", {
      method: "OPTIONS",
      headers: { origin: "https://example.org" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([405, null]);
  });

  it("serves the vocabulary as text", async () => {
    const { status, headers, text } = await get("/schema.graphql");
    expect([status, headers.get("content-type"), text.includes("type Demand")]).toEqual([
      200,
      "text/plain; charset=utf-8",
      true,
    ]);
  });

  it("shows a front page that says how to load a case where there is none", async () => {
    const { text } = await get("/", HTML);
    expect(text).toContain("No case is loaded yet: demarche load FOLDER adds one.");
  });

  it("gives every answer an id and logs one line for it, without what was asked for", async () => {
    const { headers } = await get("/healthz?secret=1");
    const id = headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const lines = log.filter((line) => line.requestId === id);
    expect(lines).toEqual([
      expect.objectContaining({ method: "GET", path: "/healthz", status: 200, isCut: false, msg: "request" }),
    ]);
  });

  it("keeps the id that a client or a balancer gave, unless it is unfit for a log", async () => {
    const given = await get("/healthz", { headers: { "x-request-id": "balancer-7.12" } });
    expect(given.headers.get("x-request-id")).toBe("balancer-7.12");
    const unfit = await get("/healthz", { headers: { "x-request-id": "a b" } });
    expect(unfit.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("answers 404 as JSON, and as a page to a browser", async () => {
    const message = 'Nothing is at "/nope": "/" shows what there is.';
    const { status, json } = await get("/nope");
    expect([status, json]).toEqual([404, failure(message, "NOT_FOUND")]);
    const page = await get("/<b>", HTML);
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(page.text).not.toContain("<b>");
  });

  it("answers 405 with the methods that are possible", async () => {
    const { status, headers, json } = await get("/graphql", { method: "PUT" });
    expect([status, headers.get("allow"), json]).toEqual([
      405,
      "GET, HEAD, POST",
      failure("PUT is not possible here: use GET or HEAD or POST.", "BAD_INPUT"),
    ]);
    const other = await get("/healthz", { method: "DELETE" });
    expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("answers 413 to a body that is too large", async () => {
    const { status, json } = await post(JSON.stringify({ query: `# ${"x".repeat(200_000)}` }));
    expect([status, json]).toEqual([
      413,
      failure("The body is larger than 200000 bytes.", "TOO_LARGE", { limit: 200_000 }),
    ]);
  });

  it("answers 415 to a body that is no JSON by its type", async () => {
    const { status, json } = await post('{"query":"{ cases { slug } }"}', { "content-type": "text/plain" });
    expect([status, json]).toEqual([
      415,
      failure('The body must be JSON: send the header "Content-Type: application/json".', "BAD_INPUT"),
    ]);
  });

  for (const body of ['{"query":', "", "\u0000", '"text"', "null"])
    it(`answers 400 to the body ${JSON.stringify(body)}`, async () => {
      const { status, json } = await post(body);
      expect([status, json.errors[0].extensions]).toEqual([400, { code: "BAD_INPUT" }]);
    });

  it("answers 400 to several queries in one request", async () => {
    const { status, json } = await post('[{"query":"{ cases { slug } }"}]');
    expect([status, json]).toEqual([400, failure("Operation batching disabled.", "BAD_INPUT")]);
  });

  it("refuses a query that a page of another host could send by a plain link", async () => {
    const { status, json } = await get("/graphql?query={cases{slug}}");
    expect([status, json.errors[0].extensions]).toEqual([400, { code: "BAD_INPUT" }]);
  });

  it("gives a browser the playground, and a program the API, at one address", async () => {
    const page = await get("/graphql", HTML);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const { status, json } = await ask("{ cases { slug } }");
    expect([status, json]).toEqual([200, { data: { cases: [] } }]);
  });

  it("compresses long answers", async () => {
    const { headers } = await get("/schema.graphql", { headers: { "accept-encoding": "gzip" } });
    expect(headers.get("content-encoding")).toBe("gzip");
  });

  it("says so when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const start = startServer({
      database: own.database,
      logger: pino({ level: "silent" }),
      settings: { port },
    });
    await expect(start).rejects.toMatchObject({
      code: "PORT_IN_USE",
      message: `Port ${port} of 127.0.0.1 is taken: choose another with --port, or 0 for any free one.`,
    });
    other.close();
  });

  it("lets a running request finish when it is closed, and takes no new one", async () => {
    const logger = pino({ level: "silent" });
    const doorbell = new EventEmitter();
    const released = once(doorbell, "released");
    const isSchemaApplied = async () => {
      doorbell.emit("arrived");
      await released;
      return true;
    };
    const arrived = once(doorbell, "arrived");
    const server = await startServer({
      database: own.database,
      logger,
      isSchemaApplied,
      settings: { port: 0 },
    });
    const running = fetch(new URL("/readyz", server.url));
    await arrived;
    const closing = server.close();
    await expect(fetch(new URL("/healthz", server.url))).rejects.toThrow();
    doorbell.emit("released");
    expect((await running).status).toBe(200);
    await closing;
  });

  it("cuts off a request that does not end in time when it is closed", async () => {
    const logger = pino({ level: "silent" });
    const server = await startServer({ database: own.database, logger, settings: { port: 0, drainMs: 100 } });
    const socket = connect(server.port, "127.0.0.1");
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined).resume();
    socket.write(
      "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    await ended;
  });
});

const SECURITY_HEADERS = [
  "content-security-policy",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "x-powered-by",
  "access-control-allow-origin",
];
