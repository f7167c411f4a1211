import { describe, expect, it } from "vitest";
import { footnotes } from "../../web/explorer/src/models/footnotes.ts";

const source = (id: string) => ({ id });
const rests = (foundIn: readonly string[], cites: readonly string[]) => ({
  foundIn: foundIn.map((id) => ({ source: source(id) })),
  cites: cites.map((id) => ({ source: source(id) })),
});

describe("footnotes(statements)", () => {
  it("numbers each source once, in order of first mention", () => {
    const { sources, numberOf } = footnotes([
      rests(["khar"], ["reuters"]),
      rests(["khar"], ["cnn", "reuters"]),
    ]);
    expect([sources, ["khar", "reuters", "cnn", "bbc"].map((id) => numberOf(source(id)))]).toEqual([
      [source("khar"), source("reuters"), source("cnn")],
      [1, 2, 3, 0],
    ]);
  });

  it("has no notes for no statements", () => {
    expect(footnotes([]).sources).toEqual([]);
  });
});
