import { describe, expect, it } from "vitest";
import { positionMatrix } from "../../web/explorer/src/models/position-matrix.ts";

const named = (slug: string) => ({ slug, name: slug.toUpperCase() });
const cell = (actor: string, target: string, issue: string | null) => ({
  actor: named(actor),
  target: named(target),
  issue: issue === null ? null : named(issue),
});

describe("positionMatrix(cells)", () => {
  const cells = [
    cell("norway", "a", "arms"),
    cell("sweden", "b", "borders"),
    cell("sweden", "a", "arms"),
    cell("sweden", "c", "borders"),
    cell("norway", "c", "borders"),
  ];
  const matrix = positionMatrix(cells);

  it("puts the actors with most positions first", () => {
    expect(matrix.actors).toEqual([named("sweden"), named("norway")]);
  });

  it("keeps the demands of an issue together, the fullest first", () => {
    expect(
      matrix.columns.map(({ target, issue, cells }) => [target.slug, issue?.slug, cells.length]),
    ).toEqual([
      ["c", "borders", 2],
      ["b", "borders", 1],
      ["a", "arms", 2],
    ]);
  });

  it("finds a cell, and none where nothing is held", () => {
    expect([matrix.at("sweden", "b"), matrix.at("norway", "b")]).toEqual([cells[1], undefined]);
  });

  it("is empty for no cells", () => {
    const { actors, columns } = positionMatrix([]);
    expect([actors, columns]).toEqual([[], []]);
  });
});
