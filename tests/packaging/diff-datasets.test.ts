import { describe, expect, it } from "vitest";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { diffDatasets } from "../../src/packaging/diff-datasets.ts";
import { blankRecord } from "../support/blank-record.ts";

const north = blankRecord("actors", {
  slug: "north",
  name: "Northland",
  kind: "STATE",
  aliases: ["NL", "Nord"],
  cites: ["a", "b"],
});
const south = blankRecord("actors", { slug: "south", name: "Southland", kind: "STATE" });

function tables(actors: readonly (typeof north)[], links: readonly ReturnType<typeof link>[] = []) {
  return makeDataset({ actors, links }).tables;
}

function link(kind: string, note: string | null = null) {
  return blankRecord("links", { from: "storm", relation: "LED_TO", to: "round-1", kind, note });
}

describe("diffDatasets(before, after)", () => {
  it("finds nothing between equal codings, whatever the order of rows and references", () => {
    expect(diffDatasets(tables([north, south]), tables([south, { ...north, cites: ["b", "a"] }]))).toEqual(
      [],
    );
  });
  it("names each row that came or went", () => {
    expect(diffDatasets(tables([north]), tables([south]))).toEqual([
      { table: "actors", row: "north", kind: "REMOVED", changes: [] },
      { table: "actors", row: "south", kind: "ADDED", changes: [] },
    ]);
  });
  it("names each cell that changed, and takes the order of a list of texts as meant", () => {
    const changed = { ...north, name: "Northland Republic", aliases: ["Nord", "NL"] };
    expect(diffDatasets(tables([north]), tables([changed]))).toEqual([
      {
        table: "actors",
        row: "north",
        kind: "CHANGED",
        changes: [
          { column: "name", before: "Northland", after: "Northland Republic" },
          { column: "aliases", before: ["NL", "Nord"], after: ["Nord", "NL"] },
        ],
      },
    ]);
  });
  it("tells rows without a slug apart by what they join", () => {
    expect(
      diffDatasets(
        tables([], [link("FOLLOWED")]),
        tables([], [link("FOLLOWED", "on the next day"), link("CAUSED")]),
      ),
    ).toEqual([
      { table: "links", row: "storm LED_TO round-1 CAUSED", kind: "ADDED", changes: [] },
      {
        table: "links",
        row: "storm LED_TO round-1 FOLLOWED",
        kind: "CHANGED",
        changes: [{ column: "note", before: null, after: "on the next day" }],
      },
    ]);
  });
  it("counts a row that stands twice", () => {
    expect(diffDatasets(tables([], [link("CAUSED")]), tables([], [link("CAUSED"), link("CAUSED")]))).toEqual([
      { table: "links", row: "storm LED_TO round-1 CAUSED (2)", kind: "ADDED", changes: [] },
    ]);
  });
});
