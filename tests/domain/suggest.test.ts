import { describe, expect, it } from "vitest";
import { createSuggest } from "../../src/domain/suggest.ts";

describe("createSuggest()", () => {
  const suggest = createSuggest();

  it("offers the nearest candidate", () => {
    expect(suggest("nortland", ["southland", "northland"])).toBe(' Did you mean "northland"?');
    expect(suggest("REPORTD", ["REPORTED", "CLAIMED"])).toBe(' Did you mean "REPORTED"?');
  });

  it("offers nothing that is far, and no other number", () => {
    expect(suggest("westmark", ["southland", "eastern-isles"])).toBe("");
    expect(suggest("round-3", ["round-1", "round-2"])).toBe("");
    expect(suggest("anything", [])).toBe("");
  });

  it("stops after two million comparisons", () => {
    const tired = createSuggest();
    const many = Array.from({ length: 2_000_000 }, () => "x");
    expect(tired("a-rather-long-word", many)).toBe("");
    expect(tired("nortland", ["northland"])).toBe("");
  });
});
