import { describe, expect, it } from "vitest";
import { SlugIndex } from "../../src/dataset/slug-index.ts";
import { NODE_KINDS } from "../../src/domain/vocabulary.ts";

describe("SlugIndex", () => {
  it("gives kind and line of every slug, also of far lines", () => {
    const index = new SlugIndex();
    const definitions = NODE_KINDS.map((kind, at) => ({ kind, line: at * 10_000_000 + 2 }));
    for (const definition of definitions)
      expect(index.add(`a-long-slug-of-${definition.kind}`, definition)).toBe(null);
    expect(NODE_KINDS.map((kind) => index.find(`a-long-slug-of-${kind}`))).toEqual(definitions);
    expect(NODE_KINDS.map((kind) => index.kindOf(`a-long-slug-of-${kind}`))).toEqual(NODE_KINDS);
  });

  it("keeps the first of two definitions and gives it for the second", () => {
    const index = new SlugIndex();
    index.add("x", { kind: "Actor", line: 3 });
    expect(index.add("x", { kind: "Issue", line: 9 })).toEqual({ kind: "Actor", line: 3 });
    expect(index.find("x")).toEqual({ kind: "Actor", line: 3 });
  });

  it("knows nothing of a slug that was not entered", () => {
    const index = new SlugIndex();
    expect([index.find("x"), index.kindOf("x"), [...index.slugsOf([])]]).toEqual([null, null, []]);
  });

  it("lists the slugs of some kinds", () => {
    const index = new SlugIndex();
    for (const kind of NODE_KINDS) index.add(kind.toLowerCase(), { kind, line: 2 });
    expect([...index.slugsOf(["Claim", "Actor"])]).toEqual(["actor", "claim"]);
    expect([...index.slugsOf([])].length).toBe(NODE_KINDS.length);
  });
});
