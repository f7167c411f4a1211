import fc from "fast-check";
import {
  buildSchema,
  type FragmentDefinitionNode,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../../src/domain/errors.ts";
import { estimateCost } from "../../../src/graphql/limits/check-cost.ts";
import { checkOperation } from "../../../src/graphql/limits/check-operation.ts";
import { readFieldUses } from "../../../src/graphql/limits/field-use.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/graphql/limits/limits.ts";

const schema = buildSchema(`
  type Query {
    actors(where: Where, limit: Int, offset: Int): [Actor!]!
    actorsConnection(first: Int, after: String): ActorsConnection!
    name: String
  }
  type Actor { name: String, friends(limit: Int): [Actor!]!, statements(limit: Int): [Statement!]!, tags: [Tag!]! }
  type Statement { quote: String, actors(limit: Int): [Actor!]! }
  type Tag { name: String }
  type ActorsConnection { edges: [Edge!]! }
  type Edge { node: Actor! }
  input Where { id: Filter, name: Filter, AND: [Where!] }
  input Filter { eq: String, in: [String!] }
`);

function read(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const isOperation = (node: { kind: string }): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const operation = document.definitions.find(isOperation) as OperationDefinitionNode;
  const fragments = document.definitions.filter((node): node is FragmentDefinitionNode => !isOperation(node));
  return { schema, operation, fragments, variables };
}

function check(text: string, variables?: Record<string, unknown>, limits: Partial<Limits> = {}): string {
  try {
    checkOperation(read(text, variables), { ...DEFAULT_LIMITS, ...limits });
    return "passes";
  } catch (error) {
    if (error instanceof DemarcheError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const cost = (text: string) => estimateCost(readFieldUses({ ...read(text), maxFields: 3_000 }) ?? []);

describe("checkOperation(input, limits), of introspection", () => {
  it("lets the whole of it pass once, as programs ask for it", () => {
    expect(check(getIntrospectionQuery())).toBe("passes");
    expect(check('{ __type(name: "Actor") { fields { name } } }')).toBe("passes");
  });

  it("refuses aliases, at the top, within, and in fragments", () => {
    const refusal = (alias: string, name: string) =>
      `TOO_COMPLEX: "${alias}" is another name for "${name}": introspection takes no aliases, as its answer is long. Ask without.`;
    expect(check("{ a: __schema { types { name } } }")).toBe(refusal("a", "__schema"));
    expect(check("{ __schema { types { name b: fields { name } } } }")).toBe(refusal("b", "fields"));
    expect(check("{ __schema { ...F } } fragment F on __Schema { types { c: name } }")).toBe(
      refusal("c", "name"),
    );
  });

  it("counts its fields once all fragments are spread", () => {
    expect(check("{ __schema { types { name kind } } }", {}, { maxFields: 3 })).toBe(
      "TOO_COMPLEX: The query has more than 3 fields: ask for less at once.",
    );
  });

  it("counts the names of types like other values, as aliases and in the cost", () => {
    expect(check("{ actors { a: __typename b: __typename } }", {}, { maxAliases: 1 })).toBe(
      "TOO_COMPLEX: The query has 2 aliases, 1 are allowed: send several queries.",
    );
    expect(cost("{ actors(limit: 10) { name __typename } }")).toBe(21);
  });
});

describe("checkOperation(input, limits)", () => {
  it("lets a plain question pass", () => {
    expect(check("{ actors(limit: 10, offset: 0) { name friends { name } } }")).toBe("passes");
  });

  it("lets the ends of a range pass", () => {
    expect(check("{ a: actors(limit: 1) { name } b: actors(limit: 1000) { name } }")).toBe("passes");
  });

  for (const limit of [0, -1, 1001, -2147483648, 2147483647])
    it(`refuses limit ${limit} in a literal, in a variable, and in a default`, () => {
      const message = `BAD_INPUT: "limit" of "actors" cannot be ${limit}: give a number from 1 to 1000.`;
      expect(check(`{ actors(limit: ${limit}) { name } }`)).toBe(message);
      expect(check("query ($n: Int) { actors(limit: $n) { name } }", { n: limit })).toBe(message);
      expect(check(`query ($n: Int = ${limit}) { actors(limit: $n) { name } }`)).toBe(message);
    });

  it("refuses a page size in a fragment, and below a list", () => {
    const message = 'BAD_INPUT: "limit" of "friends" cannot be 0: give a number from 1 to 1000.';
    expect(check("{ actors { ...F } } fragment F on Actor { friends(limit: 0) { name } }")).toBe(message);
    expect(check("{ actors { ... on Actor { friends(limit: 0) { name } } } }")).toBe(message);
    expect(check("{ actorsConnection { edges { node { friends(limit: 0) { name } } } } }")).toBe(message);
  });

  it("refuses first: 0 of a connection", () => {
    expect(check("{ actorsConnection(first: 0) { edges { node { name } } } }")).toBe(
      'BAD_INPUT: "first" of "actorsConnection" cannot be 0: give a number from 1 to 1000.',
    );
  });

  it("refuses a negative offset", () => {
    expect(check("{ actors(offset: -1) { name } }")).toBe(
      'BAD_INPUT: "offset" of "actors" cannot be -1: give a number from 0 to 1000000.',
    );
  });

  it("takes no page size at all, or null, as none", () => {
    expect(check("query ($n: Int) { actors(limit: $n) { name } }")).toBe("passes");
    expect(check("{ actors(limit: null) { name } }")).toBe("passes");
  });

  it("takes a cursor that an answer gave, and refuses others", () => {
    const cursor = Buffer.from("arrayconnection:99").toString("base64");
    expect(check(`{ actorsConnection(after: "${cursor}") { edges { node { name } } } }`)).toBe("passes");
    for (const broken of [
      "",
      "zzz",
      "YXJyYXljb25uZWN0aW9uOi0x",
      Buffer.from("arrayconnection:99999999").toString("base64"),
    ])
      expect(check(`{ actorsConnection(after: "${broken}") { edges { node { name } } } }`)).toBe(
        'BAD_INPUT: "after" of "actorsConnection" is no cursor: take "endCursor" of an earlier answer.',
      );
  });

  it("refuses what is too deep", () => {
    const text = `{ actors ${"{ friends(limit: 1) ".repeat(16)} { name } ${"}".repeat(17)}`;
    expect(check(text)).toBe(
      "TOO_COMPLEX: The query is 18 fields deep, 15 are allowed: ask for the inner part by itself.",
    );
  });

  it("refuses too many aliases, wherever they are", () => {
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: name`).join(" ");
    const message = "TOO_COMPLEX: The query has 31 aliases, 30 are allowed: send several queries.";
    expect(check(`{ actors { ${aliases} } }`)).toBe(message);
    expect(check(`{ actors { ...F } } fragment F on Actor { ${aliases} }`)).toBe(message);
  });

  it("refuses too many fields of Query", () => {
    const fields = Array.from({ length: 16 }, (_, index) => `a${index}: name`).join(" ");
    expect(check(`{ ${fields} }`)).toBe(
      "TOO_COMPLEX: The query has 16 fields of Query, 15 are allowed: send several queries.",
    );
  });

  it("refuses fragments that double again and again, before they are spread", () => {
    const doubling = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Actor { ...F${index + 1} ...F${index + 1} }`,
    ).join(" ");
    expect(check(`{ actors { ...F0 } } ${doubling} fragment F30 on Actor { name }`)).toBe(
      "TOO_COMPLEX: The query has more than 3000 fields: ask for less at once.",
    );
  });

  it("refuses lists that multiply", () => {
    const text = "{ actors { statements { actors { statements { actors { statements { quote } } } } } } }";
    expect(check(text)).toBe(
      `TOO_COMPLEX: The answer could hold ${cost(text)} values, 2000000 are allowed: give smaller limits, or ask for fewer fields.`,
    );
  });

  it("refuses too many values, too deep ones and too long texts in arguments", () => {
    const ids = Array.from({ length: 1_000 }, () => "x");
    const query = "query ($w: Where) { actors(where: $w) { name } }";
    const tooMany = (holders: string) =>
      `TOO_COMPLEX: The ${holders} hold 1003 values, 1000 are allowed: send several queries.`;
    expect(check(`{ actors(where: {id: {in: ${JSON.stringify(ids)}}}) { name } }`)).toBe(
      tooMany("arguments"),
    );
    expect(check(query, { w: { id: { in: ids } } })).toBe(tooMany("variables"));
    const nest = (depth: number): object => (depth === 0 ? { id: { eq: "x" } } : { AND: [nest(depth - 1)] });
    expect(check(query, { w: nest(10) })).toBe(
      "TOO_COMPLEX: An argument is more than 10 levels deep: ask for the inner part first.",
    );
    expect(check(query, { w: { name: { eq: "x".repeat(2_001) } } })).toBe(
      "TOO_COMPLEX: A text has 2001 characters, 2000 are allowed: shorten it.",
    );
  });

  it("counts a variable each time that it is used", () => {
    const ids = Array.from({ length: 600 }, () => "x");
    const query = "query ($w: Where) { a: actors(where: $w) { name } b: actors(where: $w) { name } }";
    expect(check(query, { w: { id: { in: ids } } })).toBe(
      "TOO_COMPLEX: The arguments hold 1206 values, 1000 are allowed: send several queries.",
    );
  });

  it("leaves variables of the wrong type to the server, unless they hold too much to look at", () => {
    const query = "query ($n: Int) { actors(limit: $n) { name } }";
    expect(check(query, { n: "many" })).toBe("passes");
    expect(check(query, { n: Array.from({ length: 1_000 }, () => "many") })).toBe(
      "TOO_COMPLEX: The variables hold 1001 values, 1000 are allowed: send several queries.",
    );
  });

  it("leaves introspection to graphql-js", () => {
    expect(check("{ __schema { types { name } } __typename }")).toBe("passes");
  });

  it("never throws anything but a DemarcheError, whatever the numbers and texts", () => {
    const numbers = fc.oneof(fc.integer(), fc.constant(null), fc.constant(undefined));
    fc.assert(
      fc.property(numbers, numbers, fc.string({ unit: "binary" }), (limit, offset, text) => {
        const query =
          "query ($l: Int, $o: Int, $t: String) { actors(limit: $l, offset: $o, where: {name: {eq: $t}}) { name } }";
        expect(check(query, { l: limit, o: offset, t: text })).toMatch(
          /^passes$|^BAD_INPUT: |^TOO_COMPLEX: /,
        );
      }),
    );
  });
});

describe("estimateCost(fields)", () => {
  it("counts each field once, and those in a list once a row", () => {
    expect(cost("{ name }")).toBe(1);
    expect(cost("{ actors(limit: 7) { name } }")).toBe(1 + 7);
    expect(cost("{ actors(limit: 7) { friends(limit: 3) { name } } }")).toBe(1 + 7 * (1 + 3));
  });

  it("takes the usual number of rows where no page size is given", () => {
    expect(cost("{ actors { name } }")).toBe(1 + 100);
    expect(cost("{ actors(limit: 1) { friends { name } } }")).toBe(1 + (1 + 10));
    expect(cost("{ actors(limit: 1) { statements { quote } } }")).toBe(1 + (1 + 100));
    expect(cost("{ actors(limit: 1) { tags { name } } }")).toBe(1 + (1 + 4));
  });

  it("counts what is asked for by id as often as ids are given", () => {
    expect(cost('{ actors(where: {id: {eq: "x"}}) { name } }')).toBe(1 + 1);
    expect(cost('{ actors(where: {id: {in: ["x", "y"]}}) { name } }')).toBe(1 + 2);
  });

  it("counts the rows of a connection once", () => {
    expect(cost("{ actorsConnection(first: 5) { edges { node { name } } } }")).toBe(
      1 + 5 * (1 + 1 * (1 + 1)),
    );
  });
});
