import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/domain/errors.ts";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { type Answer, useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
const { ask, log } = useServer(own);
const hasty = useServer(own, { limits: { ...DEFAULT_LIMITS, timeoutMs: 1 } });

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

const shown = ({ status, json }: Answer) => [
  status,
  json.errors?.[0]?.extensions?.code,
  json.errors?.[0]?.message,
];

describe("a query that cannot be run", () => {
  it("is refused where it is no GraphQL", async () => {
    expect(shown(await ask("{"))).toEqual([400, "BAD_INPUT", "Syntax Error: Expected Name, found <EOF>."]);
  });

  it("is refused where a field is not known, with the nearest", async () => {
    expect(shown(await ask("{ casess { slug } }"))).toEqual([
      400,
      "BAD_INPUT",
      'Cannot query field "casess" on type "Query". Did you mean "cases" or "causes"?'.replace(
        ' or "causes"',
        "",
      ),
    ]);
  });

  it("is refused where a variable has the wrong type", async () => {
    const { status, json } = await ask("query ($n: Int) { cases(limit: $n) { slug } }", { n: "many" });
    expect([status, json.errors[0].extensions.code]).toEqual([400, "BAD_INPUT"]);
  });

  it("is refused where variables have more faults than are listed", async () => {
    const sort = Array.from({ length: 60 }, () => ({ slug: "UP" }));
    const { status, json } = await ask("query ($sort: [CaseSort!]) { cases(sort: $sort) { slug } }", {
      sort,
    });
    const codes = new Set(
      json.errors.map(({ extensions }: { extensions: object }) => JSON.stringify(extensions)),
    );
    expect([status, [...codes]]).toEqual([400, ['{"code":"BAD_INPUT"}']]);
    expect(json.errors.at(-1).message).toBe(
      "Too many errors processing variables, error limit reached. Execution aborted.",
    );
  });

  it("is refused where it subscribes", async () => {
    expect(shown(await ask("subscription { change { slug } }"))).toEqual([
      400,
      "BAD_INPUT",
      "The API has no subscription: ask by a query.",
    ]);
  });

  it("is refused where it has too many words", async () => {
    expect(shown(await ask(`{ cases { ${"slug ".repeat(5_000)} } }`))).toEqual([
      400,
      "TOO_COMPLEX",
      "Syntax Error: Document contains more that 2000 tokens. Parsing aborted.",
    ]);
  });

  it("is refused where it repeats a field again and again, before it is validated", async () => {
    expect(shown(await ask(`{ ${"cases { slug } ".repeat(400)} nonsense }`))).toEqual([
      400,
      "TOO_COMPLEX",
      "The query repeats fields: 159600 pairs have one name, 10000 are allowed. Name each once, or send several queries.",
    ]);
  });

  it("is refused where it is too deep", async () => {
    const inner = "case { actors(limit: 1) { ".repeat(9);
    const query = `{ actors(limit: 1) { ${inner} slug ${"} }".repeat(9)} } }`;
    expect(shown(await ask(query)).slice(0, 2)).toEqual([400, "TOO_COMPLEX"]);
  });

  it("is refused where fragments double again and again", async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Case { ...F${n + 1} ...F${n + 1} }`,
    );
    const query = `{ cases { ...F0 } } ${fragments.join(" ")} fragment F40 on Case { slug }`;
    expect(shown(await ask(query)).slice(0, 2)).toEqual([400, "TOO_COMPLEX"]);
  });

  it("is refused where fragments go round in a circle", async () => {
    const query = "{ cases { ...A } } fragment A on Case { ...B } fragment B on Case { ...A }";
    expect(shown(await ask(query)).slice(0, 2)).toEqual([400, "BAD_INPUT"]);
  });

  it("is refused where introspection goes round in circles", async () => {
    const query = `{ __schema { types { ${"fields { type { ".repeat(8)} name ${"} }".repeat(8)} } } }`;
    expect(shown(await ask(query)).slice(0, 2)).toEqual([400, "TOO_COMPLEX"]);
  });

  for (const limit of [0, -1, 1_001, 1_000_000])
    it(`is refused with a page size of ${limit}, in literals and variables, on lists and connections`, async () => {
      const refused = [
        await ask(`{ actors(limit: ${limit}) { slug } }`),
        await ask("query ($n: Int) { actors(limit: $n) { slug } }", { n: limit }),
        await ask(`query ($n: Int = ${limit}) { actors(limit: $n) { slug } }`),
        await ask(`{ actorsConnection(first: ${limit}) { totalCount } }`),
        await ask("query ($n: Int) { actorsConnection(first: $n) { totalCount } }", { n: limit }),
        await ask(`{ cases { statements(limit: ${limit}) { slug } } }`),
        await ask(`{ cases { statementsConnection(first: ${limit}) { totalCount } } }`),
        await ask(`{ actors(limit: 1) { proposed(limit: ${limit}) { __typename } } }`),
        await ask(`{ timeline(case: "lake-talks", first: ${limit}) { entries { id } } }`),
      ];
      expect(refused.map((answer) => shown(answer).slice(0, 2))).toEqual(
        refused.map(() => [400, "BAD_INPUT"]),
      );
    });

  it("is refused with a negative offset and a broken cursor", async () => {
    expect(shown(await ask("{ actors(offset: -1) { slug } }")).slice(0, 2)).toEqual([400, "BAD_INPUT"]);
    expect(shown(await ask('{ actorsConnection(after: "x") { totalCount } }')).slice(0, 2)).toEqual([
      400,
      "BAD_INPUT",
    ]);
  });

  it("is refused with a day that is none", async () => {
    const { status, json } = await ask('{ meetings(where: {earliest: {gte: "yesterday"}}) { slug } }');
    expect([status, json.errors[0].extensions.code]).toEqual([400, "BAD_INPUT"]);
  });
});

describe("a query that fails while it runs", () => {
  it("says that a case is not there, with the nearest", async () => {
    const { status, json } = await ask('{ positions(case: "lake-talk") { pageInfo { totalCount } } }');
    expect([status, json.data, json.errors[0].path, json.errors[0].extensions.code]).toEqual([
      200,
      null,
      ["positions"],
      "UNKNOWN_CASE",
    ]);
    expect(json.errors[0].message).toContain("lake-talks");
  });

  it("says that a thing is not there, with the nearest", async () => {
    const { status, json } = await ask('{ trace(id: "lake-talks/northlnd") { root { id } } }');
    expect([status, json.errors[0].extensions.code]).toEqual([200, "NOT_FOUND"]);
    expect(json.errors[0].extensions.suggestions).toContain("lake-talks/northland");
  });

  it("is stopped at the time limit, in the browsing part and in our own", async () => {
    const browsing = await hasty.ask(
      "{ statements(limit: 50) { actors { statements(limit: 50) { actors { slug } } } } }",
    );
    expect(shown(browsing).slice(0, 2)).toEqual([504, "TIMEOUT"]);
    const own = await hasty.ask('{ sourceDependence(case: "lake-talks") { findingCount } }');
    expect(shown(own).slice(0, 2)).toEqual([504, "TIMEOUT"]);
  });
});

describe("hostile input", () => {
  const LEAKS =
    /\bat .+\(.+:\d+:\d+\)|node_modules|MATCH \(|CALL \{|org\.neo4j|Neo\.\w+Error|lucene|\bjava\./i;
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "' OR 1=1 //",
      '"}) DETACH DELETE n //',
      "name:*",
      "a AND (b OR",
      "[* TO *]",
      "\\",
      "~~~~",
      "/.*/",
      "\u202e\u0000\ufeff",
      "__proto__",
      "constructor",
      "lake-talks/../../etc",
      "\ud800",
    ),
  );
  const QUERIES = [
    "query ($t: String!) { search(text: $t) { pageInfo { totalCount } } }",
    'query ($t: String!) { search(text: $t, case: "lake-talks") { hits { id } } }',
    "query ($t: String!) { timeline(case: $t) { pageInfo { totalCount } } }",
    "query ($t: ID!) { trace(id: $t) { root { id } } }",
    'query ($t: ID!) { paths(source: $t, target: "lake-talks/northland") { length } }',
    'query ($t: ID!) { positions(case: "lake-talks", actors: [$t]) { pageInfo { totalCount } } }',
    'query ($t: ID!) { bargainingRange(case: "lake-talks", issue: $t) { isMeasured } }',
    'query ($t: ID!) { sourceDependence(case: "lake-talks", withoutSources: [$t]) { findingCount } }',
    'query ($t: String!) { reversals(case: "lake-talks", from: $t) { pageInfo { totalCount } } }',
    'query ($t: String!) { disputes(case: "lake-talks", asKnownOn: $t) { pageInfo { totalCount } } }',
    'query ($t: String!) { timeline(case: "lake-talks", after: $t) { pageInfo { totalCount } } }',
    "query ($t: String!) { demandsConnection(after: $t) { totalCount } }",
    "query ($t: String!) { actors(where: { name: { caseInsensitive: { contains: $t } } }) { name } }",
    "query ($t: ID!) { statements(where: { id: { startsWith: $t } }) { id } }",
  ];

  it("in any text argument is answered with a documented code or an empty answer, and leaks nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...QUERIES), texts, async (query, text) => {
        const answer = await ask(query, { t: text });
        const codes = (answer.json.errors ?? []).map(
          (error: { extensions: { code: string } }) => error.extensions.code,
        );
        expect(codes.filter((code: string) => code === "INTERNAL" || !(code in ERROR_CODES))).toEqual([]);
        expect(answer.text.replaceAll(JSON.stringify(text).slice(1, -1), "")).not.toMatch(LEAKS);
      }),
      { numRuns: 300 },
    );
    expect(log.filter((line) => line.msg === "fault in a query")).toEqual([]);
  });

  it("as the query itself is answered with a documented code", async () => {
    const parts = fc.constantFrom(
      ...'{}()[]:$!@...|&="\\#,_a0\u0000'.split(""),
      "cases",
      "slug",
      "...F",
      "fragment F on Case",
      "query",
      "__schema",
      '"""',
      "1e999",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 30 }), async (words) => {
        const { status, json } = await ask(words.join(" "));
        expect([200, 400]).toContain(status);
        for (const error of json.errors ?? []) expect(error.extensions.code in ERROR_CODES).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
