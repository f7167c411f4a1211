import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { ANSWERS } from "./support/answers.ts";

interface Question {
  readonly id: number;
  readonly question: string;
  readonly answer: unknown;
}

const QUESTIONS = JSON.parse(
  readFileSync(new URL("../golden/questions.json", import.meta.url), "utf8"),
) as readonly Question[];

const neo4j = useDatabase();

beforeAll(async () => {
  await loadDataset(neo4j.database, FIRST_CASE);
});

describe("the first case", () => {
  it.each(QUESTIONS)("answers question $id: $question", async ({ id, answer }) => {
    expect(JSON.parse(JSON.stringify(await ANSWERS[id]?.(neo4j.database)))).toEqual(answer);
  });

  it("is asked twenty questions", () => {
    expect(QUESTIONS.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});
