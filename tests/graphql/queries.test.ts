import { type GraphQLOutputType, type GraphQLSchema, getNamedType, graphql, isObjectType } from "graphql";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { computeNetwork } from "../../src/analytics/network.ts";
import { limitTime, makeContext } from "../../src/graphql/context.ts";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { QUERIES } from "../../src/graphql/queries.ts";
import { makeSchema } from "../../src/graphql/schema.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { readEdges } from "../../src/network/network.ts";
import { parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
let schema: GraphQLSchema;

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
  schema = await makeSchema();
});

/** Each query with arguments under which the example case has an answer in every part that it can. */
const ASKED: Readonly<Record<keyof typeof QUERIES, readonly Record<string, unknown>[]>> = {
  trace: [
    { id: "lake-talks/northland" },
    ...["eastmark-plan", "first-round", "zone-40", "ansel-accord"].map((slug) => ({
      id: `lake-talks/${slug}`,
      first: 5,
    })),
  ],
  search: [{ text: "lake", case: "lake-talks", kinds: ["Statement", "Actor"] }, { text: "talks" }],
  positions: [{ case: "lake-talks" }, { case: "lake-talks", by: "ISSUE", throughProposals: true }],
  positionHistory: [{ case: "lake-talks", actor: "northland", issue: "fishing-zone" }],
  reversals: [{ case: "lake-talks", statuses: ["REPORTED", "CLAIMED", "DISPUTED", "OPINION"] }],
  bargainingRange: [{ case: "lake-talks", issue: "fishing-zone" }],
  mediationRecord: [{ case: "lake-talks" }],
  disputes: [{ case: "lake-talks", all: true }],
  sourceDependence: [{ case: "lake-talks" }],
  compareWithoutSources: [
    { case: "lake-talks", analysis: "POSITIONS", sources: ["gazette-2021"] },
    { case: "lake-talks", analysis: "TRACE", sources: ["courier-2021"], about: ["northland"] },
  ],
  timeline: [{ case: "lake-talks", from: "2020", to: "2030" }],
  network: [],
  edge: [{ case: "lake-talks", network: "ACTS", source: "northland", target: "zone-40" }],
  paths: [{ source: "lake-talks/northland", target: "lake-talks/southland" }],
  history: [{ id: "lake-talks/s-27" }],
  auditLog: [{ case: "lake-talks" }],
};

const ADMIN = {
  requestId: "test",
  user: { name: "ada", role: "ADMIN", cases: ["*"] },
  logger: pino({ level: "silent" }),
} as const;

describe("Demarche's own queries", () => {
  it("are all in schema.graphql", () => {
    const fields = schema.getQueryType()?.getFields() ?? {};
    expect(Object.keys(QUERIES).filter((name) => !fields[name])).toEqual([]);
  });

  for (const [name, inputs] of Object.entries(ASKED))
    for (const input of inputs)
      it(`${name}(${JSON.stringify(input)}) gives every field that its function gives, and no other`, async () => {
        const context = makeContext(limitTime(own.database, DEFAULT_LIMITS.timeoutMs), ADMIN);
        const resolve = QUERIES[name as keyof typeof QUERIES];
        const expected = await resolve(context, input as never);
        const answer = await graphql({ schema, source: askForAll(name, input), contextValue: context });
        expect(answer.errors).toBe(undefined);
        const [given, wanted] = [plain(answer.data?.[name]), plain(expected)];
        expect(given).toMatchObject(wanted as object);
        expect(withoutNulls(given)).toEqual(withoutNulls(wanted));
      });
});

describe("network", () => {
  const asked = async (words: string, fields: string) => {
    const contextValue = makeContext(limitTime(own.database, DEFAULT_LIMITS.timeoutMs), ADMIN);
    const source = `{ network(case: "lake-talks"${words}) { ${fields} } }`;
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBe(undefined);
    // biome-ignore lint/suspicious/noExplicitAny: the answer of a query
    return plain(data?.network) as any;
  };

  for (const name of ["ACTS", "ACTORS", "TARGETS", "TWO_MODE", "ATTENDANCE", "PROPOSERS", "MEDIATION"])
    it(`gives the network ${name} as it is computed`, async () => {
      const view = await asked(
        `, network: ${name}`,
        "isDirected nodes { id } edgeCount edges { kind weight statementCount statements source { id } target { id } } report { statementsKept }",
      );
      const options = parseNetworkOptions("lake-talks", { network: name });
      const network = await computeNetwork(own.database, "lake-talks", options);
      expect(view).toEqual({
        isDirected: network.isDirected,
        nodes: network.nodes.map(({ id }) => ({ id })),
        edgeCount: network.edgeCount,
        edges: [...readEdges(network)].map(({ kind, weight, statementCount, source, target }, edge) => ({
          kind,
          weight,
          statementCount,
          statements: network.statementsOf(edge),
          source: { id: source },
          target: { id: target },
        })),
        report: { statementsKept: network.report.statementsKept },
      });
    });

  it("gives a part of the edges", async () => {
    const all = await asked(", network: ACTS", "edges { kind source { id } target { id } }");
    const part = await asked(
      ", network: ACTS",
      "edges(first: 2, offset: 1) { kind source { id } target { id } }",
    );
    expect(part.edges).toEqual(all.edges.slice(1, 3));
  });

  it("cuts time into slices", async () => {
    const view = await asked(
      ", slices: YEAR",
      "slices { label from to network { edgeCount } } nodes { spells { from to } }",
    );
    expect(view.slices.length).toBeGreaterThan(0);
  });
});

/** Writes a query for all fields of a result, down to the last. */
function askForAll(name: string, input: Record<string, unknown>): string {
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`no query ${name}`);
  return `{ ${name}(${writeArguments(field.args, input)}) ${selectAll(field.type)} }`;
}

function selectAll(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  return `{ ${Object.values(named.getFields())
    .map((field) => `${field.name} ${selectAll(field.type)}`)
    .join(" ")} }`;
}

function writeArguments(
  args: readonly { readonly name: string; readonly type: unknown }[],
  input: Record<string, unknown>,
): string {
  return Object.entries(input)
    .map(([name, value]) => {
      const type = String(args.find((argument) => argument.name === name)?.type);
      const isText = /^\[?(String|ID)\b/.test(type);
      return `${name}: ${isText ? JSON.stringify(value) : JSON.stringify(value).replaceAll('"', "")}`;
    })
    .join(", ");
}

/** Moments without their milliseconds where these are 0, as the schema writes them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(/(T\d\d:\d\d:\d\d)\.000Z/g, "$1Z"));
}

/** Leaves out fields that hold null, which GraphQL also has for what a function does not give. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner) => inner ?? undefined);
}
