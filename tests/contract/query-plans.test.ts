import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { ANONYMOUS } from "../../src/domain/user.ts";
import { openQueryDesk } from "../../src/graphql/run-query.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { readCase } from "../analytics/support/worlds.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const FOLDER = fileURLToPath(new URL("../../cypher/", import.meta.url));
/** All but seeks in an index, and scans of one. */
const COSTLY = /(Nodes|Label|Labels|Relationships|Type|Types)Scan$|^CartesianProduct$/;

const neo4j = useDatabase();

interface Plan {
  readonly operatorType: string;
  readonly children: readonly Plan[];
}

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType.replace(/@.*$/, ""), ...plan.children.flatMap(operatorsOf)];
}

/** The parameters that a query names, each null: plans do not depend on their values. */
function parametersOf(text: string): Record<string, unknown> {
  const names = [...text.replace(/^\/\/.*$/gm, "").matchAll(/\$([A-Za-z]\w*)/g)].map(
    (match) => match[1] ?? "",
  );
  return Object.fromEntries(names.map((name) => [name, name === "limit" ? 10 : null]));
}

async function explain(text: string, parameters = parametersOf(text)): Promise<string[]> {
  const session = neo4j.database.driver.session();
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, parameters);
    return summary.plan ? operatorsOf(summary.plan as Plan) : [];
  } finally {
    await session.close();
  }
}

async function findCostly(text: string, parameters?: Record<string, unknown>): Promise<string[]> {
  const operators = await explain(text, parameters);
  return [...new Set(operators.filter((operator) => COSTLY.test(operator)))].sort();
}

function excusesOf(text: string): string[] {
  return [...text.matchAll(/^\/\/ Excused: ([\w, ]+):/gm)].flatMap((match) => (match[1] ?? "").split(", "));
}

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".cypher"))
  .sort();
/** Not those that make an index, or change once all there is of a kind. */
const queries = files.filter((name) => !/^(constraints|migrations)\//.test(name));

beforeAll(async () => {
  const { tables } = await readCase(EXAMPLE_CASE);
  // Beside others of its size: of a case alone in a database all things are as good as those of the case.
  for (const slug of ["lake-talks", "river-talks", "sea-talks"]) {
    const [home] = tables.case;
    if (!home) throw new Error("no case");
    await loadDataset(neo4j.database, makeDataset({ ...tables, case: [{ ...home, slug }], same_as: [] }));
    const entries = Array.from({ length: 50 }, (_, number) => ({
      id: `${slug} ${number}`,
      caseId: slug,
      at: "2025-01-01T00:00:00Z",
      action: "LOAD",
    }));
    await neo4j.database.write((transaction) => transaction.run("packaging/add-audit-entries", { entries }));
  }
});

describe("the plan of each query in cypher/", () => {
  it("is looked at for every folder", () => {
    expect([...new Set(queries.map((name) => name.split("/")[0]))]).toEqual([
      "analytics",
      "curation",
      "database",
      "doctor",
      "load",
      "packaging",
      "publishing",
      "server",
    ]);
  });

  it.each(queries)("%s starts from an index, or says why not", async (name) => {
    const text = readFileSync(`${FOLDER}${name}`, "utf8");
    const excused = excusesOf(text);
    expect((await findCostly(text)).filter((operator) => !excused.includes(operator))).toEqual([]);
  });

  it("is refused where it scans and does not say why", async () => {
    expect(await findCostly("MATCH (a:Actor) RETURN a")).toEqual(["NodeByLabelScan"]);
    expect(await findCostly("MATCH (a) RETURN a")).toEqual(["AllNodesScan"]);
    expect(await findCostly("MATCH ()-[r:STATED]->() RETURN r")).toEqual(["DirectedRelationshipTypeScan"]);
    expect(await findCostly("MATCH (a:Record {id: $a}), (b:Record {caseId: $b}) RETURN a, b")).toEqual([
      "CartesianProduct",
    ]);
  });
});

describe("the text of each query in cypher/analytics", () => {
  it.each(files.filter((name) => name.startsWith("analytics/")))(
    "%s opens with what it answers, its parameters and its columns",
    (name) => {
      const text = readFileSync(`${FOLDER}${name}`, "utf8");
      const header = text.split("\n").filter((line) => line.startsWith("//"));
      for (const parameter of Object.keys(parametersOf(text)))
        expect(header.join("\n")).toContain(`$${parameter}`);
      expect(header.join("\n")).toMatch(/columns/i);
    },
  );

  it("gives the same columns wherever whole statements are fetched", () => {
    const projections = ["statements-by-id", "statements-of-case", "statements-on-targets"].map((name) => {
      const text = readFileSync(`${FOLDER}analytics/${name}.cypher`, "utf8");
      return text.slice(text.indexOf("RETURN\n"));
    });
    expect(new Set(projections).size).toBe(1);
  });
});

describe("the plan of what GraphQL generates", () => {
  const TYPES = [
    "actors",
    "mediators",
    "issues",
    "demands",
    "proposals",
    "meetings",
    "events",
    "claims",
    "sources",
    "statements",
  ];

  it.each(TYPES)("starts from an index where %s are asked for by id, or of a case", async (field) => {
    const generated: [text: string, parameters: Record<string, unknown>][] = [];
    const heard = Object.create(neo4j.database, {
      readGenerated: {
        value: (text: string, parameters: Record<string, unknown>) => {
          // Before its first query the library asks for the version of Neo4j.
          if (text.includes("caseId") || text.includes("id = ")) generated.push([text, parameters]);
          return neo4j.database.readGenerated(text, parameters);
        },
      },
    }) as Database;
    const desk = await openQueryDesk(heard, { logger: pino({ level: "silent" }), user: ANONYMOUS });
    try {
      for (const where of [`id: { eq: "lake-talks/x" }`, `caseId: { eq: "lake-talks" }`]) {
        const source = `{ ${field}(where: { ${where} }) { id } ${field}Connection(where: { ${where} }) { totalCount } }`;
        expect((await desk.run({ source })).errors).toBeUndefined();
      }
    } finally {
      await desk.close();
    }
    expect(generated).toHaveLength(4);
    for (const [text, parameters] of generated) expect(await findCostly(text, parameters)).toEqual([]);
  });
});
