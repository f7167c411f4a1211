import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgiveMore, writePlainLucene, writeSearchQuery } from "../../src/analytics/search-query.ts";

describe("writeSearchQuery(text)", () => {
  it("weighs the word itself, its beginning, and what is near it", () => {
    expect(writeSearchQuery("ab").lucene).toBe("(ab^8)");
    expect(writeSearchQuery("2025").lucene).toBe("(2025^8 OR 2025*^2 OR 2025~1^1)");
  });

  it("tries a Cyrillic word in Latin letters too", () => {
    expect(writeSearchQuery("Путин")).toEqual({
      words: ["путин"],
      alsoTried: ["putin"],
      spelled: [{ spellings: ["путин", "putin"], edits: 1 }],
      written: [],
      lucene: "(путин^8 OR путин*^2 OR путин~1^1 OR putin^4 OR putin*^1 OR /.{1,2}'putin/^1 OR putin~1^0.5)",
    });
  });

  it("tries a Latin word in Cyrillic letters too", () => {
    expect(writeSearchQuery("Zelensky").alsoTried).toEqual(["зеленский"]);
  });

  it("looks for what is written in another form, and for what signs hold together, also as it is written", () => {
    expect(writeSearchQuery("\uF987")).toEqual({
      words: ["\u9A6A"],
      alsoTried: ["li"],
      spelled: [{ spellings: ["\u9A6A", "li"], edits: 0 }],
      written: ["\uF987"],
      lucene: "(\u9A6A^8 OR li^4) OR \uF987^4",
    });
    expect(writeSearchQuery("(É, U.S. ΟΔΟΣ)").written).toEqual(["e\u0301", "u\\.s", "οδοσ"]);
  });

  it("has no words where there is no letter or digit", () => {
    expect(writeSearchQuery('  *~ \\ "( ')).toEqual({
      words: [],
      alsoTried: [],
      spelled: [],
      written: [],
      lucene: "",
    });
  });

  it("lets no sign of a user's text into the query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const word = String.raw`[\p{L}\p{N}]+(?:\*|~[12])?|/\.\{1,2\}'[\p{L}\p{N}]+/`;
        const written = String.raw`(?:[\p{L}\p{N}\p{M}]|\\\P{L})+\^4`;
        const clause = String.raw`\((?:(?:${word})\^[\d.]+(?: OR )?)+\)|${written}`;
        expect(writeSearchQuery(text).lucene).toMatch(new RegExp(`^(?:(?:${clause})(?: OR )?)*$`, "su"));
      }),
    );
  });

  it("takes operators of the query language as words", () => {
    expect(writeSearchQuery("a AND NOT b").words).toEqual(["a", "and", "not", "b"]);
  });
});

describe("writePlainLucene(query)", () => {
  it("looks for each word as it is spelled, and for nothing near it", () => {
    expect(writePlainLucene(writeSearchQuery("Путин zaporozhye"))).toBe(
      "путин^1 OR putin^1 OR zaporozhye^1 OR запороже^1",
    );
    expect(writePlainLucene(writeSearchQuery("!"))).toBe("");
  });
});

describe("forgiveMore(query, isFound)", () => {
  const query = writeSearchQuery("Путин zaporozhye");
  const inFields = (term: string) =>
    ["name", "aliases", "title", "text", "quote"].map((field) => `${field}:${term}`).join(" OR ");

  it("lets a word of six letters or more that stands nowhere differ by two letters", () => {
    expect(forgiveMore(query, () => false)?.lucene).toBe(
      "(путин^8 OR путин*^2 OR путин~1^1 OR putin^4 OR putin*^1 OR /.{1,2}'putin/^1 OR putin~1^0.5) OR " +
        `(zaporozhye^8 OR zaporozhye*^2 OR /.{1,2}'zaporozhye/^2 OR ${inFields("zaporozhye~2^1")}` +
        ` OR запороже^4 OR запороже*^1 OR ${inFields("запороже~2^0.5")})`,
    );
  });

  it("leaves a query as it is whose words were found, or are too short", () => {
    expect(forgiveMore(query, ({ spellings }) => spellings.includes("zaporozhye"))).toBeNull();
    expect(forgiveMore(writeSearchQuery("Путин"), () => false)).toBeNull();
  });
});
