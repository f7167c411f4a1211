import { type GraphQLSchema, parse, validate } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { makeSchema } from "../../src/graphql/schema.ts";
import { caseQuestion, casesQuestion } from "../../src/questions/cases.ts";
import { disputesQuestion } from "../../src/questions/disputes.ts";
import { edgeQuestion, networkQuestion, pathsQuestion } from "../../src/questions/network.ts";
import { positionsQuestion } from "../../src/questions/positions.ts";
import { questionKey } from "../../src/questions/question.ts";
import { ladderQuestion, rangeQuestion } from "../../src/questions/range.ts";
import { reversalsQuestion } from "../../src/questions/reversals.ts";
import { searchQuestion } from "../../src/questions/search.ts";
import { sourcesQuestion } from "../../src/questions/sources.ts";
import { timelineQuestion } from "../../src/questions/timeline.ts";
import { traceQuestion } from "../../src/questions/trace.ts";

const QUESTIONS = [
  casesQuestion,
  caseQuestion,
  searchQuestion,
  traceQuestion,
  timelineQuestion,
  positionsQuestion,
  rangeQuestion,
  ladderQuestion,
  reversalsQuestion,
  disputesQuestion,
  sourcesQuestion,
  networkQuestion,
  edgeQuestion,
  pathsQuestion,
];

describe("the questions of the explorer", () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await makeSchema();
  });

  it.each(QUESTIONS.map((question) => [question.name, question] as const))(
    "asks the schema for what it has: %s",
    (name, question) => {
      const document = parse(question.document);
      expect(validate(schema, document)).toEqual([]);
      expect(document.definitions).toMatchObject([
        { kind: "OperationDefinition", operation: "query", name: { value: name } },
      ]);
    },
  );
});

describe("questionKey(name, variables)", () => {
  it("is the same for the same variables in any order, given or left out", () => {
    const key = questionKey("Trace", { id: "a/b", from: "2022", to: undefined, statuses: null });
    expect(key).toBe('Trace {"from":"2022","id":"a/b"}');
    expect(questionKey("Trace", { from: "2022", id: "a/b" })).toBe(key);
  });

  it("is the name alone with empty braces where nothing is asked for", () => {
    expect(questionKey("Cases", {})).toBe("Cases {}");
  });
});
