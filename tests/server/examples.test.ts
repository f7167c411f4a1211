import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { parseExample } from "../../web/playground/parse-example.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const FOLDER = fileOf("web/playground/examples");
const FILES = readdirSync(FOLDER).sort();
const own = useDatabase();
const { ask } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, fileOf("seed/russia-ukraine"));
});

describe("the examples of the playground", () => {
  it("are at least 15, each with a title, a sentence and a name of its own", () => {
    const examples = FILES.map((file) => parseExample(file, read(file)));
    expect(examples.length).toBeGreaterThanOrEqual(15);
    expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length);
    expect(examples.filter((example) => !/[.]$/.test(example.sentence))).toEqual([]);
  });

  it("begin with one named query each, so that its tab has a name", () => {
    const kinds = FILES.map((file) => {
      const [first] = parse(read(file)).definitions;
      return first?.kind === "OperationDefinition" && first.name !== undefined ? "named query" : file;
    });
    expect(kinds).toEqual(FILES.map(() => "named query"));
  });

  for (const file of FILES)
    it(`answers ${file} with something in every part, and without errors`, async () => {
      const { status, json } = await ask(read(file));
      expect([status, json.errors]).toEqual([200, undefined]);
      expect(Object.entries(json.data).filter(([, value]) => isEmpty(value))).toEqual([]);
    });
});

function read(file: string): string {
  return readFileSync(`${FOLDER}/${file}`, "utf8");
}

/** An answer is empty when its list is, or when it holds lists and all of them are. */
function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object") return false;
  const lists = Object.values(value).filter(Array.isArray);
  return lists.length > 0 && lists.every((list) => list.length === 0);
}
