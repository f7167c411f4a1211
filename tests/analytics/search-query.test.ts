import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeSearchQuery } from "../../src/analytics/search-query.ts";

describe("writeSearchQuery(text)", () => {
  it("weighs the word itself, its beginning, and what is near it", () => {
    expect(writeSearchQuery("ab").lucene).toBe("(ab^8)");
    expect(writeSearchQuery("2025").lucene).toBe("(2025^8 OR 2025*^2 OR 2025~1^1)");
  });

  it("tries a Cyrillic word in Latin letters too", () => {
    expect(writeSearchQuery("Путин")).toEqual({
      words: ["путин"],
      alsoTried: ["putin"],
      spellings: ["путин", "putin"],
      lucene: "(путин^8 OR путин*^2 OR путин~1^1 OR putin^4 OR putin*^1 OR putin~1^0.5)",
    });
  });

  it("tries a Latin word in Cyrillic letters too", () => {
    expect(writeSearchQuery("Zelensky").alsoTried).toEqual(["зеленский"]);
  });

  it("has no words where there is no letter or digit", () => {
    expect(writeSearchQuery('  *~ \\ "( ')).toEqual({ words: [], alsoTried: [], spellings: [], lucene: "" });
  });

  it("lets no sign of a user's text into the query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { lucene } = writeSearchQuery(text);
        expect(lucene).toMatch(/^(?:\((?:[\p{L}\p{N}]+(?:\*|~[12])?\^[\d.]+(?: OR )?)+\)(?: OR )?)*$/u);
      }),
    );
  });

  it("takes operators of the query language as words", () => {
    expect(writeSearchQuery("a AND NOT b").words).toEqual(["a", "and", "not", "b"]);
  });
});
