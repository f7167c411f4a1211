import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkSameAs } from "../../src/curation/same-as.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { exampleDataset, twinOf } from "../support/example-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { type ServingChild, serveInChild } from "../support/serve-in-child.ts";

const own = useDatabase();
let servers: readonly ServingChild[] = [];

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
  const { uri, user, password } = own.server;
  const environment = {
    NEO4J_URI: uri.replace(/^bolt:/, "neo4j:"),
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    DEMARCHE_LOG: "warn",
  };
  servers = await Promise.all([serveInChild(environment), serveInChild(environment)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end("SIGTERM")));
});

const EDGES = `query ($mergeSameAs: Boolean) {
  network(case: "lake-talks", network: ACTS, mergeSameAs: $mergeSameAs) { nodes { id } edges { source { id } target { id } weight statements } }
}`;

async function send(
  { url }: ServingChild,
  query: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  return await fetch(new URL("graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
}

/** Asks every process the same, with the bookmark of the last write. */
async function askAll(query: string, variables: Record<string, unknown> = {}): Promise<unknown[]> {
  const bookmark = (await own.database.bookmarks()).join(",");
  return await Promise.all(
    servers.map(async ({ url }) => {
      const response = await fetch(new URL("graphql", url), {
        method: "POST",
        headers: { "content-type": "application/json", "x-demarche-bookmark": bookmark },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      return errors ?? data;
    }),
  );
}

const etags = async () =>
  await Promise.all(
    servers.map(async ({ url }) =>
      (await fetch(new URL("export/lake-talks/acts.gexf", url))).headers.get("etag"),
    ),
  );

describe("two processes of Demarche on one Neo4j, by neo4j://", () => {
  it("answer the same, from what each keeps of a case", async () => {
    const [first, second] = await askAll(EDGES);
    expect(first).toMatchObject({ network: { nodes: expect.any(Array) } });
    expect(second).toEqual(first);
    expect(new Set(await etags()).size).toBe(1);
  });

  it("both forget what they keep once somebody else writes the case", async () => {
    const [before] = await askAll(EDGES);
    const [etag] = await etags();
    const dataset = await exampleDataset();
    const statements = dataset.tables.statements.slice(0, -3);
    await loadDataset(own.database, { ...dataset, tables: { ...dataset.tables, statements } });
    const [first, second] = await askAll(EDGES);
    expect(second).toEqual(first);
    expect(first).not.toEqual(before);
    const [changed, alike] = await etags();
    expect(alike).toBe(changed);
    expect(changed).not.toBe(etag);
  });

  it("both see links that only another case's edits have made", async () => {
    await loadDataset(own.database, twinOf(await exampleDataset(), "other"));
    const [before] = await askAll(EDGES, { mergeSameAs: true });
    const reason = { why: "to see whether it is noticed", by: "a test" };
    await linkSameAs(own.database, ["other/northland", "lake-talks/northland"], reason);
    await linkSameAs(own.database, ["other/northland", "lake-talks/eastmark"], reason);
    const [first, second] = await askAll(EDGES, { mergeSameAs: true });
    expect(second).toEqual(first);
    expect(first).not.toEqual(before);
  });

  it("let an editor see at one what the other has just written, by the bookmark of the answer", async () => {
    const [first, second] = servers as [ServingChild, ServingChild];
    const edit = `mutation { createIssue(case: "other", slug: "tolls", fields: { name: "Tolls" }) { record } }`;
    const written = await send(first, edit, { authorization: `Bearer ${first.adminToken}` });
    expect(await written.json()).toEqual({ data: { createIssue: { record: "other/tolls" } } });
    const bookmark = written.headers.get("x-demarche-bookmark") ?? "";
    expect(bookmark).toMatch(/^FB:/);
    const read = await send(
      second,
      `{ issues(where: { id: { eq: "other/tolls" } }) { name } history(id: "other/tolls") { stands } }`,
      { "x-demarche-bookmark": bookmark },
    );
    expect(await read.json()).toEqual({ data: { issues: [{ name: "Tolls" }], history: { stands: true } } });
  });

  it.each(["no bookmark!", "x", "FB:"])("refuse a bookmark that is none (%s)", async (mark) => {
    const [server] = servers as [ServingChild];
    const response = await send(server, "{ cases { slug } }", { "x-demarche-bookmark": mark });
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: `"${mark}" is no bookmark: send what an answer had in the header X-Demarche-Bookmark.`,
            extensions: { code: "BAD_INPUT" },
          },
        ],
      },
    ]);
  });
});
