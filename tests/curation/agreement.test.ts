import { describe, expect, it } from "vitest";
import { type Coding, measureAgreement } from "../../src/curation/agreement.ts";
import { blankRecord } from "../support/blank-record.ts";

const north = blankRecord("actors", { slug: "north", name: "Northland", kind: "STATE" });
const south = blankRecord("actors", { slug: "south", name: "Southland", kind: "STATE" });

function statement(
  slug: string,
  values: Partial<Coding["statements"][number]>,
): Coding["statements"][number] {
  return blankRecord("statements", {
    slug,
    act: "DEMANDED",
    target: "ceasefire",
    status: "REPORTED",
    actors: ["north"],
    foundIn: ["report"],
    locator: "¶1",
    quote: "North demanded a ceasefire",
    ...values,
  });
}

function coding(...statements: Coding["statements"]): Coding {
  return { actors: [north, south], statements };
}

describe("measureAgreement(left, right)", () => {
  it("finds nothing to say of two equal codings", () => {
    const one = coding(
      statement("a", {}),
      statement("b", { act: "REJECTED", quote: "South refused it", actors: ["south"] }),
    );
    const report = measureAgreement(one, one);
    expect(report.disagreements).toEqual([]);
    expect(report.fields.map(({ field, agreementShare, alpha }) => [field, agreementShare, alpha])).toEqual([
      ["actors", 1, 1],
      ["act", 1, 1],
      ["target", 1, null],
      ["status", 1, null],
    ]);
  });

  it("pairs statements by their place and lists both sides of a difference", () => {
    const report = measureAgreement(
      coding(statement("left-1", { quote: "demanded a ceasefire" })),
      coding(statement("right-1", { act: "PROPOSED" })),
    );
    expect(report).toMatchObject({ pairedCount: 1, onlyLeftCount: 0, onlyRightCount: 0 });
    expect(report.disagreements).toEqual([
      {
        locator: "¶1",
        quote: "demanded a ceasefire",
        left: {
          slug: "left-1",
          values: { actors: "north", act: "DEMANDED", target: "ceasefire", status: "REPORTED" },
        },
        right: {
          slug: "right-1",
          values: { actors: "north", act: "PROPOSED", target: "ceasefire", status: "REPORTED" },
        },
        fields: ["act"],
      },
    ]);
  });

  it("counts apart what only one coder has", () => {
    const report = measureAgreement(
      coding(statement("left-1", {})),
      coding(statement("right-1", { locator: "¶2" })),
    );
    expect(report).toMatchObject({ pairedCount: 0, onlyLeftCount: 1, onlyRightCount: 1 });
    expect(report.disagreements.map(({ left, right, fields }) => [left?.slug, right?.slug, fields])).toEqual([
      ["left-1", undefined, []],
      [undefined, "right-1", []],
    ]);
  });

  it("takes actors with other slugs for the same when a name or alias is the same", () => {
    const other = {
      actors: [
        blankRecord("actors", { slug: "nl", name: "The North", kind: "STATE", aliases: ["northland"] }),
      ],
      statements: [statement("right-1", { actors: ["nl"] })],
    };
    expect(measureAgreement(coding(statement("left-1", {})), other).disagreements).toEqual([]);
  });

  it("pairs the statements of a list that share one quote by what they say", () => {
    const list = [statement("a", { target: "d1" }), statement("b", { target: "d2" })];
    const reversed = [statement("x", { target: "d2" }), statement("y", { target: "d1" })];
    expect(measureAgreement(coding(...list), coding(...reversed)).disagreements).toEqual([]);
  });
});
