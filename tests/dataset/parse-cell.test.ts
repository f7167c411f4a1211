import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeItem } from "../../src/dataset/format-row.ts";
import { cellParser, parseList, UNREADABLE } from "../../src/dataset/parse-cell.ts";
import type { ColumnDefinition } from "../../src/domain/tables.ts";

describe("cellParser(column)", () => {
  it("reads whole numbers that can be counted with", () => {
    expect(
      ["12", "-3", " 7 ", "", "1.5", "1e3", "12345678901234567890", "0x10"].map(parser("integer")),
    ).toEqual([12, -3, 7, null, UNREADABLE, UNREADABLE, UNREADABLE, UNREADABLE]);
  });

  it("reads numbers with a point, and none that a reader could take in two ways", () => {
    expect(["1.5", "-2e-3", "0", "1,5", "Infinity", "1e999", "."].map(parser("number"))).toEqual([
      1.5,
      -0.002,
      0,
      UNREADABLE,
      UNREADABLE,
      UNREADABLE,
      UNREADABLE,
    ]);
  });

  it("reads true and false as spreadsheets write them", () => {
    expect(["true", "TRUE", "1", "False", "0", "yes", "constructor"].map(parser("boolean"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      UNREADABLE,
      UNREADABLE,
    ]);
  });

  it("reads times in UTC that there are", () => {
    const times = [
      "2025-06-02T13:00:00Z",
      "2025-06-02T13:00:00.123456789Z",
      "2025-06-31T13:00:00Z",
      "2025-06-02T25:00:00Z",
      "2025-06-02T13:00:00+02:00",
    ];
    expect(times.map(parser("day-time"))).toEqual([times[0], times[1], UNREADABLE, UNREADABLE, UNREADABLE]);
  });

  it("keeps a text as it is, and takes a blank one as empty", () => {
    expect([" a\nb ", "  ", "NA", "null", "a\u0000"].map(parser("text"))).toEqual([
      " a\nb ",
      null,
      "NA",
      "null",
      UNREADABLE,
    ]);
  });

  it("takes nothing but the values of a closed set", () => {
    const parse = cellParser({ name: "status", type: "enum", values: ["REPORTED"], description: "" });
    expect(["REPORTED", " REPORTED ", "reported", ""].map(parse)).toEqual([
      "REPORTED",
      "REPORTED",
      UNREADABLE,
      null,
    ]);
  });
});

describe("parseList(text)", () => {
  it("splits at bars, drops empty items and blanks around items, and keeps escaped bars", () => {
    expect(["a", "a|b", " a | b ||", "a\\|b|c", "\\\\|x", "C:\\x", "||"].map(parseList)).toEqual([
      ["a"],
      ["a", "b"],
      ["a", "b"],
      ["a|b", "c"],
      ["\\", "x"],
      ["C:\\x"],
      [],
    ]);
  });

  it("gives back the items that were escaped and joined", () => {
    const item = fc.string({ unit: fc.constantFrom("|", "\\", "a", " ", "é") }).map((text) => text.trim());
    const items = fc.array(item.filter((text) => text !== ""));
    fc.assert(
      fc.property(items, (list) => {
        expect(parseList(list.map(escapeItem).join("|"))).toEqual(list);
      }),
    );
  });
});

function parser(type: ColumnDefinition["type"]): (text: string) => unknown {
  return cellParser({ name: "column", type, description: "" });
}
