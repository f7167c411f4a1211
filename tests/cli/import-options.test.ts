import { describe, expect, it } from "vitest";
import { IMPORT_OPTIONS } from "../../src/cli/import-options.ts";
import { COMMON_OPTIONS, IMPORTERS } from "../../src/importers/importers.ts";

describe("IMPORT_OPTIONS", () => {
  it("lists the options of every importer, each once, and no others", () => {
    const known = new Set(
      [...COMMON_OPTIONS, ...IMPORTERS.flatMap(({ options }) => options)].map(({ flags }) => flags),
    );
    expect(IMPORT_OPTIONS.map(({ flags }) => flags)).toEqual([...known]);
  });

  it("offers the choices that the importer takes", () => {
    const choices = new Map(
      IMPORTERS.flatMap(({ options }) => options).map((option) => [option.flags, option.choices]),
    );
    for (const { flags, choices: offered } of IMPORT_OPTIONS) expect(offered).toEqual(choices.get(flags));
  });
});
