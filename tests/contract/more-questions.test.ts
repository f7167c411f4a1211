import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const FOLDER = fileURLToPath(new URL("../golden/more-questions", import.meta.url));
const KINDS = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => basename(file, ".graphql"));

const own = useDatabase();
const { ask } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, FIRST_CASE);
});

describe.each(KINDS)("the first case, asked over GraphQL: %s", (kind) => {
  const questions = readQuestions(kind);
  const answers = JSON.parse(readFileSync(`${FOLDER}/${kind}.json`, "utf8")) as Record<string, unknown>;

  it.each(questions)("$question", async ({ name, query }) => {
    const { json } = await ask(query);
    expect(json).toEqual({ data: answers[name] });
  });

  it("has an answer for each question, and no other", () => {
    expect(questions.map(({ name }) => name)).toEqual(Object.keys(answers));
  });
});

/** A file holds queries; the comment above each is the question. */
function readQuestions(kind: string): { question: string; name: string; query: string }[] {
  const text = readFileSync(`${FOLDER}/${kind}.graphql`, "utf8").trim();
  return text.split(/\n\n(?=# )/).map((query) => {
    const [, question = "", name = ""] = /^# (.+)\nquery (\w+) \{\n/.exec(query) ?? [];
    return { question, name, query };
  });
}
