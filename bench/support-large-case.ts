import { type Dataset, makeDataset } from "../src/dataset/dataset.ts";
import { propertyName, type RecordOf, TABLES, type TableName } from "../src/domain/tables.ts";

const DEMANDS = 2_000;
const STATEMENTS_EACH = 50;
const ACTORS = 200;
const SOURCES = 100;
const ACTS = ["DEMANDED", "ACCEPTED", "REJECTED", "BACKED", "CONCEDED"] as const;

/** Makes a case of 100,000 statements: 2,000 demands, on each 50 statements of different actors, sources and days. */
export function makeLargeCase(): Dataset {
  const count = <T>(length: number, make: (index: number) => T) =>
    Array.from({ length }, (_, index) => make(index));
  return makeDataset({
    case: [record("case", { slug: "large", title: "A large debate", licence: "CC0-1.0" })],
    sources: count(SOURCES, (index) =>
      record("sources", {
        slug: `w${index}`,
        publisher: `Publisher ${index % 40}`,
        title: `Article ${index}`,
        date: `${2000 + (index % 20)}`,
        listed: true,
        coverage: "PARTIAL",
      }),
    ),
    actors: count(ACTORS, (index) =>
      record("actors", { slug: `a${index}`, name: `Actor ${index}`, kind: "STATE", foundIn: ["w0"] }),
    ),
    issues: count(50, (index) =>
      record("issues", { slug: `i${index}`, name: `Issue ${index}`, foundIn: ["w0"] }),
    ),
    demands: count(DEMANDS, (index) =>
      record("demands", {
        slug: `d${index}`,
        text: `Demand ${index}`,
        issue: `i${index % 50}`,
        foundIn: ["w0"],
      }),
    ),
    statements: count(DEMANDS * STATEMENTS_EACH, makeStatement),
  });
}

function makeStatement(index: number): RecordOf<"statements"> {
  const day = String((index % 28) + 1).padStart(2, "0");
  const month = String((index % 12) + 1).padStart(2, "0");
  return record("statements", {
    slug: `s${index}`,
    act: ACTS[index % ACTS.length] ?? "DEMANDED",
    actors: [`a${(index * 7) % ACTORS}`],
    actorBasis: "NAMED",
    target: `d${index % DEMANDS}`,
    addressedTo: [`a${(index * 7 + 1) % ACTORS}`],
    date: `${2001 + (index % 20)}-${month}-${day}`,
    dateBasis: "STATED",
    status: "REPORTED",
    quote: `words number ${index}`,
    locator: `p. ${index % 300}`,
    foundIn: [`w${index % SOURCES}`],
    cites: [`w${(index + 1) % SOURCES}`],
  });
}

/** A row with the cells given; all others are empty. */
function record<T extends TableName>(table: T, values: Partial<RecordOf<T>>): RecordOf<T> {
  const cells = TABLES[table].columns.map(({ name, type }) => {
    return [propertyName(name), type === "list" || type === "references" ? [] : null];
  });
  return { ...Object.fromEntries(cells), ...values } as RecordOf<T>;
}
