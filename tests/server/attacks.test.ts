import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { sendRaw } from "../support/raw-request.ts";

const own = useDatabase();
const running = useServer(own, {
  access: { readers: "ANYONE", tokens: { kind: "ADMIN_TOKEN", token: "a token of the test" } },
});
beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

const JSON_HEADERS = { "content-type": "application/json" };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  running.get("/graphql", { method: "POST", headers: { ...JSON_HEADERS, ...headers }, body });

/** Status and code of an answer. */
const shown = ({ status, json }: Awaited<ReturnType<typeof post>>) => [
  status,
  json?.errors?.[0]?.extensions.code ?? "OK",
];

const CASES = '{"data":{"cases":[{"slug":"lake-talks"}]}}';

describe("bodies that no friend would send", () => {
  it.each([
    ["a batch", '[{"query":"{ cases { slug } }"},{"query":"{ cases { slug } }"}]'],
    ["an empty batch", "[]"],
    ["no object", "17"],
    ["null", "null"],
    ["no query", "{}"],
    ["variables that are no object", '{"query":"{ cases { slug } }","variables":[1]}'],
    ["a stored query that nobody stored", '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'],
  ])("%s is refused", async (_, body) => {
    expect(shown(await post(body))).toEqual([400, "BAD_INPUT"]);
  });

  it("keys that mean something to JavaScript, and keys given twice, are keys like others", async () => {
    const query = "query ($name: String!) { actors(where: { slug: { eq: $name } }) { slug } }";
    const odd = '"__proto__":{"name":"westmark"},"constructor":{"prototype":{"name":"westmark"}}';
    const missing = await post(`{"query":${JSON.stringify(query)},"variables":{${odd}}}`);
    expect(shown(missing)).toEqual([400, "BAD_INPUT"]);
    const twice = `{"query":"{ nothing }","query":"{ cases { slug } }",${odd}}`;
    expect((await post(twice)).text.trim()).toBe(CASES);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it("a small one that unpacks to a large one is refused", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, " ")));
    expect(shown(await post(bomb, { "content-encoding": "gzip" }))).toEqual([413, "TOO_LARGE"]);
  });

  it("depth without end is refused, or passed over where nothing asks for it", async () => {
    const depth = 40_000;
    const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const plain = `{"query":"{ cases { slug } }","variables":{"unused":${deep}}}`;
    expect((await post(plain)).text.trim()).toBe(CASES);
    const used = `{"query":"query ($ids: [ID!]) { actors(where: { id: { in: $ids } }) { id } }","variables":{"ids":${deep}}}`;
    expect(shown(await post(used))).toEqual([400, "TOO_COMPLEX"]);
  });

  it("numbers beyond all bounds are refused", async () => {
    const query = "query ($limit: Int) { actors(limit: $limit) { id } }";
    for (const number of ["1e400", "9007199254740993", "-1e400", "2147483648", "0.1"])
      expect(shown(await post(`{"query":"${query}","variables":{"limit":${number}}}`))).toEqual([
        400,
        "BAD_INPUT",
      ]);
    const literal = await running.ask("{ demands(where: { value: { lt: 1e400 } }, limit: 1) { slug } }");
    expect(literal.status).toBeLessThan(500);
  });

  it("many answers of the whole vocabulary at once are refused", async () => {
    const part = "__schema { types { name fields { name args { name type { name } } } } }";
    const many = Array.from({ length: 100 }, (_, number) => `a${number}: ${part}`).join(" ");
    expect(shown(await running.ask(`{ ${many} }`))).toEqual([400, "TOO_COMPLEX"]);
  });
});

describe("texts that no friend would send", () => {
  const TEXTS = {
    "a NUL": "\u0000",
    "half a character": "\ud800",
    "many signs on one letter": `e${"\u0301".repeat(1_500)}`,
    "a pattern that backtracks": `${"(a+)+".repeat(50)}$`,
    "Lucene's own signs": '+-&&||!(){}[]^"~*?:\\/',
    Cypher: "'}) MATCH (n) DETACH DELETE n //",
  };

  it.each(Object.entries(TEXTS))(
    "%s is a text like others in an id, a filter and a search",
    async (_, text) => {
      const asked = [
        await running.ask("query ($id: ID!) { trace(id: $id) { root { id } } }", {
          id: `lake-talks/${text}`,
        }),
        await running.ask("query ($text: String!) { search(text: $text) { hits { id } } }", { text }),
        await running.ask("query ($text: String!) { actors(where: { name: { contains: $text } }) { id } }", {
          text,
        }),
      ];
      for (const { status, text: answer } of asked) {
        expect(status).toBeLessThan(500);
        expect(answer).not.toMatch(/INTERNAL|Neo4j|neo4j|Lucene|MATCH \(n\) RETURN/);
      }
    },
  );

  it("an id longer than any is refused", async () => {
    const id = `lake-talks/${"x".repeat(3_000)}`;
    expect(shown(await running.ask("query ($id: ID!) { trace(id: $id) { root { id } } }", { id }))).toEqual([
      400,
      "TOO_COMPLEX",
    ]);
  });
});

describe("addresses that no friend would ask for", () => {
  it.each([
    "/export/../../../../etc/passwd",
    "/export/%2e%2e%2f%2e%2e%2fetc/passwd.gexf",
    "/export/lake-talks/..%2f..%2fpackage.json",
    "/export/lake-talks/acts.gexf%00.csv",
    "/export/__proto__/acts.gexf",
    "/export/lake-talks/constructor.gexf",
    "/export/lake-talks/acts.__proto__",
    "/playground/..%2f..%2fpackage.json",
    "/playground/%2e%2e/%2e%2e/package.json",
    "/playground/..%5c..%5cpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%00",
    "/%E0%A4%A",
    `/${"a/".repeat(5_000)}`,
  ])("%s leads nowhere", async (path) => {
    const { host } = new URL(running.server.url);
    const answer = await sendRaw(
      running.server.url,
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/root:|"dependencies"|node_modules|\n {4}at /);
  });
});

describe("connections that no friend would open", () => {
  const send = (head: readonly string[], body = "") =>
    sendRaw(running.server.url, `${[...head, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
  const QUERY = JSON.stringify({ query: "{ cases { slug } }" });

  it("headers of a megabyte are refused", async () => {
    const answer = await send(["GET /healthz HTTP/1.1", "Host: x", `X-Long: ${"x".repeat(1_000_000)}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("a length told twice, and two ways of telling it, are refused", async () => {
    for (const second of ["Content-Length: 5", "Transfer-Encoding: chunked"])
      expect(await send(["POST /graphql HTTP/1.1", "Host: x", "Content-Length: 4", second], "{}{}")).toMatch(
        /^HTTP\/1\.1 400 /,
      );
  });

  it("another protocol is not spoken", async () => {
    const head = [
      "GET /graphql HTTP/1.1",
      "Host: localhost",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
    ];
    expect(await send(head)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("requests sent ahead of their answers are answered in order", async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n`;
    const answer = await sendRaw(
      running.server.url,
      `${one("/graphql?query={cases{slug}}")}Apollo-Require-Preflight: 1\r\nAccept: application/json\r\n\r\n${one("/nope")}\r\n${one("/healthz")}Connection: close\r\n\r\n`,
    );
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      "200",
      "404",
      "200",
    ]);
  });

  it("a name that a page from elsewhere lets point here is not answered with data", async () => {
    for (const path of ["/graphql?query={cases{slug}}", "/export/lake-talks/acts.json", "/"]) {
      const answer = await send([`GET ${path} HTTP/1.1`, "Host: evil.example", "Accept: application/json"]);
      expect(answer).toMatch(/^HTTP\/1\.1 421 /);
      expect(answer).toContain('Demarche serves this machine alone, and is asked for as \\"evil.example\\"');
    }
    for (const name of ["localhost", "localhost:4000", "[::1]:4000", "127.0.0.1"])
      expect(await send(["GET / HTTP/1.1", `Host: ${name}`])).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("no address and no method of another header is believed", async () => {
    const head = [
      "POST /graphql HTTP/1.1",
      "Host: localhost",
      "X-Forwarded-Host: evil.example",
      "X-HTTP-Method-Override: DELETE",
      "Content-Type: application/json",
      `Content-Length: ${QUERY.length}`,
    ];
    const answer = await send(head, QUERY);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(CASES);
    expect(answer).not.toContain("evil.example");
  });
});
