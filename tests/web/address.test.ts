import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Address,
  choose,
  formatAddress,
  goToView,
  parseAddress,
  VIEWS,
} from "../../web/explorer/src/address.ts";

const ADDRESS: Address = {
  caseSlug: "lake-talks",
  view: "range",
  subject: "fishing quota",
  choices: { from: "2022", gap: "1" },
};

describe("parseAddress(hash)", () => {
  it("reads what formatAddress writes, whatever the names hold", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const address = fc.record({
      caseSlug: text.filter((slug) => !slug.includes("/")),
      view: fc.constantFrom(...VIEWS),
      subject: text,
      choices: fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true }),
    });
    fc.assert(
      fc.property(address, (one) => {
        expect(parseAddress(formatAddress(one))).toEqual(one);
      }),
    );
  });

  it("shows the case in place of a view that there is not, and keeps its name", () => {
    expect(parseAddress("#/lake-talks/netwrok?from=2022")).toEqual({
      caseSlug: "lake-talks",
      view: "case",
      unknownView: "netwrok",
      subject: "",
      choices: { from: "2022" },
    });
  });

  it("takes nothing and broken escapes as they are", () => {
    expect(parseAddress("")).toEqual({ caseSlug: "", view: "case", subject: "", choices: {} });
    expect(parseAddress("#/%E0%A4%A/case").caseSlug).toBe("%E0%A4%A");
  });
});

describe("goToView(address, view, subject)", () => {
  it("takes along what holds everywhere, and nothing of the view that is left", () => {
    expect(goToView({ ...ADDRESS, unknownView: "rnage" }, "trace", "northland")).toEqual({
      caseSlug: "lake-talks",
      view: "trace",
      subject: "northland",
      choices: { from: "2022" },
    });
  });
});

describe("choose(address, changes)", () => {
  it("adds, changes and takes back choices", () => {
    expect(choose(ADDRESS, { from: "", gap: "2", to: "2023" }).choices).toEqual({ gap: "2", to: "2023" });
  });
});
