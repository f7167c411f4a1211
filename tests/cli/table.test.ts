import { describe, expect, it } from "vitest";
import type { Output } from "../../src/cli/output.ts";
import { type Column, forTools, renderCsv, renderTable } from "../../src/cli/table.ts";

interface Town {
  readonly id: string;
  readonly name: string;
  readonly people: number | null;
}

const COLUMNS: readonly Column<Town>[] = [
  { title: "town", value: ({ name }) => name },
  { title: "people", value: ({ people }) => people },
  forTools("id", ({ id }) => id),
];
const TOWNS: readonly Town[] = [
  { id: "lake/gull", name: "Gull, on the lake", people: 900 },
  { id: "lake/heron", name: "Heron", people: null },
];
const output = { width: 80, colours: { bold: (text: string) => text } } as Output;

describe("renderTable(columns, rows, output)", () => {
  it("shows a person the columns but those for tools", () => {
    expect(renderTable(COLUMNS, TOWNS, output)).toBe(
      ["town               people", "Gull, on the lake  900", "Heron"].join("\n"),
    );
  });

  it("shows the titles alone where there is no row", () => {
    expect(renderTable(COLUMNS, [], output)).toBe("town  people");
  });
});

describe("renderCsv(columns, rows)", () => {
  it("gives tools every column, quoted where it must be, and an empty cell for what is not known", () => {
    expect(renderCsv(COLUMNS, TOWNS)).toBe(
      'town,people,id\n"Gull, on the lake",900,lake/gull\nHeron,,lake/heron\n',
    );
  });
});
