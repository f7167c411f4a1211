import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../../src/domain/errors.ts";
import { checkRepetition } from "../../../src/graphql/limits/check-repetition.ts";
import { DEFAULT_LIMITS } from "../../../src/graphql/limits/limits.ts";

function check(text: string, maxPairs: number = DEFAULT_LIMITS.maxPairs): string {
  try {
    checkRepetition(text, { ...DEFAULT_LIMITS, maxPairs });
    return "passes";
  } catch (error) {
    if (error instanceof DemarcheError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const refusal = (pairs: number, most: number) =>
  `TOO_COMPLEX: The query repeats fields: ${pairs} pairs have one name, ${most} are allowed. Name each once, or send several queries.`;

describe("checkRepetition(text, limits)", () => {
  it("counts the pairs of fields that have one name in the answer", () => {
    expect(check("{ a b c }", 0)).toBe("passes");
    expect(check("{ a a }", 0)).toBe(refusal(1, 0));
    expect(check("{ a a a a b b }", 6)).toBe(refusal(6 + 1, 6));
    expect(check("{ x: a x: a a }", 0)).toBe(refusal(1, 0));
  });

  it("counts them wherever they are: in fields, fragments and other operations", () => {
    expect(check("{ a { id } b { id } }", 0)).toBe(refusal(1, 0));
    expect(check("{ ... on A { id } ...F } fragment F on A { id }", 0)).toBe(refusal(1, 0));
    expect(check("query A { id } query B { id }", 0)).toBe(refusal(1, 0));
  });

  it("lets pass what programs ask for, and refuses what would take long to validate", () => {
    expect(check(getIntrospectionQuery())).toBe("passes");
    expect(check(`{ ${"id ".repeat(141)} }`)).toBe("passes");
    expect(check(`{ ${"cases { slug } ".repeat(400)} }`)).toBe(refusal(159_600, 10_000));
  });

  it("leaves what is no query, or has too many words, to the server", () => {
    for (const text of ["", "{", "}{", "# nothing", "id ".repeat(3_000), `{ ${"id ".repeat(3_000)} }`])
      expect(check(text, 0)).toBe("passes");
  });
});
