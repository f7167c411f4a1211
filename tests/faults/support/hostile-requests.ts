import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";

/** A request that no friend would send. */
export interface HostileRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * Gives hostile requests of every sort, against every field and argument of the schema.
 *
 * @param token - Of an editor, sent with half of what would change data; null: none is sent.
 */
export function hostileRequests(schema: GraphQLSchema, token: string | null): fc.Arbitrary<HostileRequest> {
  const edits = againstArguments(schema.getMutationType());
  const signed = fc.boolean().chain((isSigned) => (isSigned ? edits.map(signedWith(token)) : edits));
  return fc.oneof(
    { weight: 6, arbitrary: againstArguments(schema.getQueryType()) },
    { weight: 3, arbitrary: signed },
    { weight: 3, arbitrary: QUERIES.map((query) => post(JSON.stringify({ query }))) },
    { weight: 2, arbitrary: BROKEN_BODIES },
    { weight: 2, arbitrary: AGAINST_EXPORTS },
  );
}

function post(body: string, headers: Readonly<Record<string, string>> = {}): HostileRequest {
  return {
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    body,
  };
}

function signedWith(token: string | null): (request: HostileRequest) => HostileRequest {
  if (token === null) return (request) => request;
  return (request) => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
}

const INJECTIONS = [
  "' OR 1=1 //",
  '"}) DETACH DELETE n //',
  "`}) SET n.x = 1 //",
  "\\u0027 OR true",
  "$case",
  "lake-talks/../../etc/passwd",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
];
const LUCENE = [
  "name:*",
  "*:*",
  "a~999",
  "[a TO z]",
  '"unclosed',
  "(((",
  "a AND NOT",
  "/.*/",
  "\\",
  "^9",
  "*?*",
  "a\\",
];
const UNICODE = [
  "\u0000",
  "\ud800",
  "\u202eabc",
  "\u200b",
  `e${"\u0301".repeat(500)}`,
  "Ａ",
  "ﬀ",
  "İ",
  "💣".repeat(100),
];
const NUMBERS = [0, -1, 1, 1e9, 2 ** 31, 2 ** 53, 1e308, -0.5, Number.NaN];

const hostileText = fc.oneof(
  fc.constantFrom(...INJECTIONS, ...LUCENE, ...UNICODE, "", "lake-talks", "lake-talks/zone-20"),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("x", "(", "ж").map((sign) => sign.repeat(3_000)),
);
const hostileNumber = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer());
const wrongType = fc.constantFrom(null, true, [], {}, [[[]]], { a: 1 }, "x", 1);

/** A value for a type of the schema, most times of that type and hostile within it. */
function valueFor(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueFor(type.ofType, depth);
  if (isListType(type)) {
    const few = fc.array(valueFor(type.ofType, depth), { maxLength: 3 });
    return fc.oneof(
      { weight: 8, arbitrary: few },
      { weight: 1, arbitrary: few.map((items) => repeat(items, 2_000)) },
    );
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name), "NONE_SUCH");
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), depth);
  if (isLeafType(type) && ["Int", "Float"].includes(type.name)) return hostileNumber;
  return type.name === "Boolean" ? fc.boolean() : hostileText;
}

function repeat(items: readonly unknown[], times: number): unknown[] {
  return Array.from({ length: times }, () => items).flat();
}

type Named = Pick<GraphQLArgument, "name" | "type">;

function objectOf(fields: readonly Named[], depth: number): fc.Arbitrary<Record<string, unknown>> {
  if (depth === 0 || fields.length === 0) return fc.constant({});
  const entry = fc
    .constantFrom(...fields)
    .chain(({ name, type }) => valueFor(type, depth - 1).map((value) => [name, value] as const));
  return fc.array(entry, { maxLength: 3 }).map(Object.fromEntries);
}

/** Fills arguments of a field of `Query` or `Mutation`: those it needs always, others at times. */
function againstArguments(root: GraphQLObjectType | null | undefined): fc.Arbitrary<HostileRequest> {
  if (!root) throw new Error("the schema lacks a root");
  return fc.constantFrom(...Object.values(root.getFields())).chain((field) =>
    fc
      .subarray([...field.args], { maxLength: Math.min(field.args.length, 6) })
      .map((some) => field.args.filter((arg) => some.includes(arg) || isNonNullType(arg.type)))
      .chain((given) => fillArguments({ root, field, given })),
  );
}

interface Asked {
  readonly root: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly given: readonly GraphQLArgument[];
}

/** What lets a request come further than its first check. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  case: ["lake-talks"],
  id: ["lake-talks/zone-20", "lake-talks/northland"],
  target: ["zone-20"],
};

function fillArguments(asked: Asked): fc.Arbitrary<HostileRequest> {
  const values = asked.given.map(({ name, type }) =>
    fc.oneof(
      { weight: 9, arbitrary: valueFor(type, 4) },
      { weight: 1, arbitrary: wrongType },
      { weight: 9, arbitrary: fc.constantFrom(...(FITTING[name] ?? ["x"])) },
    ),
  );
  return fc.tuple(fc.boolean(), ...values).map(([isLiteral, ...list]) => askField(asked, list, isLiteral));
}

/** Asks a field with its values in variables, or written into the query. */
function askField(
  { root, field: { name, type }, given }: Asked,
  values: readonly unknown[],
  isLiteral: boolean,
): HostileRequest {
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const passed = given.map((arg, at) => `${arg.name}: ${isLiteral ? literalOf(values[at]) : `$${arg.name}`}`);
  const call = given.length === 0 ? name : `${name}(${passed.join(", ")})`;
  const head = isLiteral || given.length === 0 ? "" : `(${declared})`;
  const fields = isLeafType(getNamedType(type)) ? "" : "{ __typename }";
  const query = `${root.name.toLowerCase()} ${head} { ${call} ${fields} }`;
  return post(
    JSON.stringify({ query, variables: Object.fromEntries(given.map((arg, at) => [arg.name, values[at]])) }),
  );
}

/** Writes a value as GraphQL does, in which the fields of an object have no quotes. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value).map(([name, inner]) => `${name}: ${literalOf(inner)}`)}}`;
}

const size = fc.integer({ min: 1, max: 400 });

/** All types with all they have: an answer of 650,000 characters. */
const VOCABULARY = "__schema { types { name fields { name args { name type { name } } type { name } } } }";

const QUERIES: fc.Arbitrary<string> = fc.oneof(
  size.map(
    (depth) =>
      `{ actors(limit: 1) { ${"case { actors(limit: 1) { ".repeat(depth)} slug ${"} }".repeat(depth)} } }`,
  ),
  size.map((width) => `{ cases { ${"slug ".repeat(width * 20)} } }`),
  size.map((count) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: cases { slug }`).join(" ")} }`),
  size.map((count) => `{ ${"cases { slug } ".repeat(count)} }`),
  size.map((count) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${VOCABULARY}`).join(" ")} }`),
  size.map((count) => `{ statements { ${Array.from({ length: count }, (_, at) => `a${at}: __typename`)} } }`),
  size.map((count) => `{ cases { ...F0 } } ${doubling(Math.min(count, 60))}`),
  fc.constant("{ cases { ...A } } fragment A on Case { ...B } fragment B on Case { ...A }"),
  fc.constantFrom(...NUMBERS, "null", '"1"', "[1]").map((limit) => `{ statements(limit: ${limit}) { id } }`),
  fc
    .constantFrom(...NUMBERS)
    .map((first) => `{ actorsConnection(first: ${first}) { edges { node { id } } } }`),
  fc
    .constantFrom("slug", "__typename")
    .map((name) => `{ cases { ${"@include(if: true) ".repeat(50)} ${name} } }`),
  size.map(
    (depth) => `{ __schema { types { ${"fields { type { ".repeat(depth)} name ${"} }".repeat(depth)} } } }`,
  ),
  size.map((depth) => `{ actors(where: ${"{ AND: [".repeat(depth)} {} ${"] }".repeat(depth)}) { id } }`),
  hostileText.map((text) => `{ trace(id: ${JSON.stringify(text)}) { root { id } } }`),
  hostileText.map((text) => `{ search(text: ${JSON.stringify(text)}) { hits { id } } }`),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function doubling(count: number): string {
  const fragments = Array.from(
    { length: count },
    (_, at) => `fragment F${at} on Case { ...F${at + 1} ...F${at + 1} }`,
  );
  return `${fragments.join(" ")} fragment F${count} on Case { slug }`;
}

const VALID = JSON.stringify({ query: "{ cases { slug } }" });

const BROKEN_BODIES: fc.Arbitrary<HostileRequest> = fc.oneof(
  fc.nat({ max: VALID.length }).map((at) => post(VALID.slice(0, at))),
  fc.json().map((body) => post(body)),
  fc
    .record({ query: wrongType, variables: wrongType, operationName: wrongType })
    .map((body) => post(JSON.stringify(body))),
  fc.integer({ min: 1, max: 2_000 }).map((depth) => post("[".repeat(depth * 50))),
  fc
    .constantFrom("text/plain", "application/xml", "application/json; charset=klingon", "a/b/c")
    .map((type) => post(VALID, { "content-type": type })),
  fc.constantFrom("gzip", "br", "compress").map((encoding) => post(VALID, { "content-encoding": encoding })),
  fc
    .constantFrom("x", "FB:none", "a,".repeat(50), "FB:kcwQ")
    .map((mark) => post(VALID, { "x-demarche-bookmark": mark })),
  fc.constant(post(JSON.stringify({ query: `# ${"x".repeat(300_000)}` }))),
);

const PARAMETERS = [
  "network",
  "mode",
  "nodes",
  "from",
  "to",
  "actors",
  "aggregation",
  "normalization",
  "constructor",
  "limit",
];

const AGAINST_EXPORTS: fc.Arbitrary<HostileRequest> = fc
  .tuple(
    fc.oneof(fc.constant("lake-talks"), hostileText),
    fc.oneof(
      fc.constantFrom("acts.gexf", "actors.graphml", "two-mode.dl", "acts.", ".gexf", "matrix.csv"),
      hostileText,
    ),
    fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), hostileText), { maxLength: 4 }),
  )
  .map(([name, file, words]) => ({
    method: "GET" as const,
    path: `/export/${encode(name)}/${encode(file)}?${words.map(([key, value]) => `${key}=${encode(value)}`).join("&")}`.slice(
      0,
      8_000,
    ),
    headers: {},
    body: null,
  }));

/** Percent-encodes; a half of a surrogate pair, which cannot be, becomes a broken escape. */
function encode(text: string): string {
  return /\p{Surrogate}/u.test(text) ? "%ED%A0%80%ZZ" : encodeURIComponent(text);
}
