import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";

const FOLDER = fileURLToPath(new URL("../../cypher/analytics/", import.meta.url));
const COSTLY =
  /^(AllNodesScan|(Partitioned)?NodeByLabelScan|(Un)?[Dd]irectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|CartesianProduct)/;

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

async function explain(text: string): Promise<string[]> {
  const session = neo4j.database.driver.session();
  try {
    const { summary } = await session.run(`EXPLAIN ${text}`, parametersOf(text));
    return summary.plan ? operatorsOf(summary.plan as Plan) : [];
  } finally {
    await session.close();
  }
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".cypher"));

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

describe("the plan of each query in cypher/analytics", () => {
  it.each(files)("%s starts from an index, or says why not", async (name) => {
    const text = readFileSync(`${FOLDER}${name}`, "utf8");
    const excused = [...text.matchAll(/^\/\/ Excused: (\w+):/gm)].map((match) => match[1]);
    const operators = await explain(text);
    expect(operators).not.toEqual([]);
    expect([
      ...new Set(operators.filter((operator) => COSTLY.test(operator) && !excused.includes(operator))),
    ]).toEqual([]);
  });

  it.each(files)("%s opens with what it answers, its parameters and its columns", (name) => {
    const text = readFileSync(`${FOLDER}${name}`, "utf8");
    const header = text.split("\n").filter((line) => line.startsWith("//"));
    for (const parameter of Object.keys(parametersOf(text)))
      expect(header.join("\n")).toContain(`$${parameter}`);
    expect(header.join("\n")).toMatch(/columns/i);
  });

  it("gives the same columns wherever whole statements are fetched", () => {
    const projections = ["statements-by-id", "statements-of-case", "statements-on-targets"].map((name) => {
      const text = readFileSync(`${FOLDER}${name}.cypher`, "utf8");
      return text.slice(text.indexOf("RETURN\n"));
    });
    expect(new Set(projections).size).toBe(1);
  });
});
