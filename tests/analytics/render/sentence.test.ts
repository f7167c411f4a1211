import { describe, expect, it } from "vitest";
import { nameCited, writeEvidence } from "../../../src/analytics/render/sentence.ts";
import type { Citation } from "../../../src/analytics/statement-ref.ts";

/** A work of the same newspaper that the document cites by the same words. */
function cite(
  letter: string,
  about: Partial<Omit<Citation, "source">> & { title?: string | null } = {},
): Citation {
  const { title = `Talks, part ${letter}`, ...rest } = about;
  const source = {
    id: `talks/courier-${letter}`,
    slug: `courier-${letter}`,
    publisher: "Lake Courier",
    title,
    date: "2025-06-04",
    url: null,
    language: null,
    citationKey: "Lake Courier, June 2025",
    listed: true,
  };
  return { source, scope: "SENTENCE", isOneOf: false, ...rest };
}

describe("nameCited(cites)", () => {
  it("names a work as the document cites it", () => {
    expect(nameCited([cite("a")])).toEqual({ sentence: ["Lake Courier, June 2025"], paragraph: [] });
  });

  it("adds the titles of works that are cited by the same key, and says that one of them is meant", () => {
    expect(nameCited([cite("a", { isOneOf: true }), cite("b", { isOneOf: true })])).toEqual({
      sentence: [
        "one of Lake Courier, June 2025 (“Talks, part a”), Lake Courier, June 2025 (“Talks, part b”)",
      ],
      paragraph: [],
    });
  });

  it("adds the slug of one that has no title", () => {
    const cites = [cite("a", { scope: "PARAGRAPH" }), cite("b", { scope: "PARAGRAPH", title: null })];
    expect(nameCited(cites).paragraph).toEqual([
      "Lake Courier, June 2025 (“Talks, part a”)",
      "Lake Courier, June 2025 (courier-b)",
    ]);
  });

  it("names nothing where nothing is cited", () => {
    expect(nameCited([])).toEqual({ sentence: [], paragraph: [] });
  });
});

describe("writeEvidence(thing)", () => {
  it("tells works of one citation key apart", () => {
    const cites = [cite("a", { isOneOf: true }), cite("b", { isOneOf: true })];
    const foundIn = [{ source: cite("report").source, quote: null, locator: "¶60" }];
    expect(writeEvidence({ locator: null, cites, foundIn })).toBe(
      "Lake Courier, June 2025, ¶60; citing one of Lake Courier, June 2025 (“Talks, part a”), Lake Courier, June 2025 (“Talks, part b”)",
    );
  });
});
