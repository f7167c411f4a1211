import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlug, makeId, parseId, toSlug } from "../../src/domain/ids.ts";

describe("isSlug(text)", () => {
  it("takes lower-case letters and digits in parts joined by one mark", () => {
    expect(["northland", "s-01", "a.b_c~2", "7", "s-01~1"].filter((text) => !isSlug(text))).toEqual([]);
  });

  it("refuses everything else", () => {
    const texts = ["", "Northland", "a b", "-a", "a-", "a--b", "a/b", "київ", "é", "a\n", "a|b"];
    expect(texts.filter(isSlug)).toEqual([]);
  });

  it("takes 200 characters, which an index key has room for, and no more", () => {
    expect([200, 201].map((length) => isSlug("a".repeat(length)))).toEqual([true, false]);
  });
});

describe("toSlug(text)", () => {
  it("gives the nearest slug, and nothing where no character fits", () => {
    expect(["North Land", "-Élan vital-", "5/21/2025", "київ"].map(toSlug)).toEqual([
      "north-land",
      "elan-vital",
      "5-21-2025",
      "",
    ]);
  });
});

describe("makeId(caseSlug, slug) and parseId(text)", () => {
  it("undo one another for every two slugs", () => {
    const slug = fc.stringMatching(/^[a-z0-9]+([-_.~][a-z0-9]+){0,3}$/);
    fc.assert(
      fc.property(slug, slug, (caseSlug, name) => {
        expect(parseId(makeId(caseSlug, name))).toEqual({ caseSlug, slug: name });
      }),
    );
  });

  it("leave the case open where only a slug is given", () => {
    expect(parseId("northland")).toEqual({ caseSlug: null, slug: "northland" });
  });
});
