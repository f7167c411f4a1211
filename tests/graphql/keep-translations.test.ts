import { buildSchema, graphql } from "graphql";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database, GeneratedAnswer, Parameters } from "../../src/database/database.ts";
import { ANONYMOUS } from "../../src/domain/user.ts";
import { makeContext } from "../../src/graphql/context.ts";
import { keepTranslations } from "../../src/graphql/keep-translations.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
const { ask, get } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

const QUESTIONS: readonly (readonly [what: string, query: string, ...variables: object[]])[] = [
  ["one list", `{ actors(sort: [{ slug: ASC }]) { id name kind } }`],
  [
    "two lists under names of their own",
    `{ first: actors(limit: 1, sort: [{ slug: ASC }]) { slug } last: actors(limit: 1, sort: [{ slug: DESC }]) { slug } }`,
  ],
  [
    "values in variables",
    `query ($most: Int!) { actors(limit: $most, sort: [{ slug: ASC }]) { slug } }`,
    { most: 1 },
    { most: 2 },
  ],
  [
    "fields that a variable leaves out",
    `query ($isLong: Boolean!) { demands(sort: [{ slug: ASC }]) { slug text @include(if: $isLong) } }`,
    { isLong: true },
    { isLong: false },
  ],
  [
    "fragments and things of several kinds",
    `{ statements(limit: 5, sort: [{ slug: ASC }]) { ...line actors { name } } } fragment line on Statement { slug act }`,
  ],
  [
    "a list and a query of Demarche's own",
    `{ actors(limit: 1, sort: [{ slug: ASC }]) { slug } search(text: "lake") { alsoTried } }`,
  ],
];

describe("a list that is asked for again", () => {
  for (const [what, query, ...variables] of QUESTIONS)
    it(`has the same answer: ${what}`, async () => {
      const sets = variables.length > 0 ? variables : [{}];
      const first = await askAll(query, sets);
      expect(first.every(({ data, errors }) => data && !errors)).toBe(true);
      expect(await askAll(query, sets)).toEqual(first);
      expect(new Set(first.map(({ data }) => JSON.stringify(data))).size).toBe(sets.length);
    });

  it("shows what was written meanwhile", async () => {
    const count = async () =>
      (await ask(`{ statements(where: { act: { eq: DEMANDED } }) { slug } }`)).json.data.statements.length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await own.database.driver.executeQuery(
      "MATCH (s:Statement {act: 'DEMANDED'}) SET s.act = 'OFFERED'",
      {},
      { database: own.database.databaseName },
    );
    expect(await count()).toBe(0);
  });

  it("is told which of a text's operations is meant", async () => {
    const source = "query One { actors(limit: 1) { slug } } query Two { actors(limit: 2) { slug } }";
    const counts = async () => [await countActors(source, "One"), await countActors(source, "Two")];
    expect(await counts()).toEqual([1, 2]);
    expect(await counts()).toEqual([1, 2]);
  });
});

async function askAll(query: string, sets: readonly object[]) {
  const answers = [];
  for (const variables of sets) answers.push((await ask(query, { ...variables })).json);
  return answers;
}

async function countActors(query: string, operationName: string): Promise<number> {
  const answer = await get("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, operationName }),
  });
  return answer.json.data.actors.length;
}

describe("what is kept", () => {
  it("is a translation that was answered, by text, operation, place and variables; connections are left alone", async () => {
    const { translated, run } = makeBench();
    await run("{ list { name } }");
    await run("{ list { name } }");
    await run("{ list { name } single { name } }");
    await run("{ other: list { name } }");
    await run("query ($n: Int) { list(n: $n) { name } }", { n: 1 });
    await run("query ($n: Int) { list(n: $n) { name } }", { n: 2 });
    await run("query ($n: Int) { list(n: $n) { name } }", { n: 1 });
    await run("{ single { name } }");
    await run("{ single { name } }");
    expect(translated).toEqual(["list", "list", "single", "list", "list", "list", "single", "single"]);
  });

  it("is nothing of a question that failed", async () => {
    const { translated, run } = makeBench({ failures: 1 });
    expect((await run("{ list { name } }")).errors).toHaveLength(1);
    expect((await run("{ list { name } }")).data).toEqual({ list: [{ name: "kept" }] });
    expect(translated).toEqual(["list", "list"]);
  });
});

/** A schema whose resolvers, like the library's, ask for the version first and then for the things. */
function makeBench({ failures = 0 } = {}) {
  const schema = buildSchema(
    "type Thing { name: String } type Query { list(n: Int): [Thing!]! single: Thing own: [Thing!]! }",
  );
  let left = failures;
  const readGenerated = async (cypher: string) => {
    if (cypher === "things" && left-- > 0) throw new Error("not now");
    const record = { get: (column: string) => ({ name: column === "this" ? "kept" : "wrong" }) };
    return { records: [record] } as unknown as GeneratedAnswer;
  };
  const database = { readGenerated } as unknown as Database;
  const translated: string[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    field.resolve = async (_root, _input, { executionContext }, { returnType }) => {
      translated.push(field.name);
      await executionContext.run("version", {} satisfies Parameters);
      await executionContext.run("things", {});
      return String(returnType).startsWith("[") ? [{ name: "kept" }] : { name: "kept" };
    };
  keepTranslations(schema.getQueryType(), ["own"]);
  const request = { requestId: "1", user: ANONYMOUS, logger: pino({ level: "silent" }) };
  const run = (source: string, variableValues = {}) =>
    graphql({ schema, source, variableValues, contextValue: makeContext(database, request) });
  return { translated, run };
}
