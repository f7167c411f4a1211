import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActorNames, suggestSameAs } from "../../src/curation/suggest-same-as.ts";

function actor(id: string, name: string, values: Partial<ActorNames> = {}): ActorNames {
  return { id, name, aliases: [], kind: "PERSON", iso3: null, wikidata: null, ...values };
}

describe("suggestSameAs(actors)", () => {
  it("finds equal identifiers, whatever the names are", () => {
    const actors = [
      actor("a/x", "Deutschland", { kind: "STATE", iso3: "DEU" }),
      actor("b/y", "Germany", { kind: "STATE", iso3: "DEU" }),
    ];
    expect(suggestSameAs(actors)).toEqual([
      { left: "a/x", right: "b/y", score: 1, reason: "ISO3", evidence: ["DEU", "DEU"] },
    ]);
  });
  it("finds a name in Cyrillic and in Latin", () => {
    expect(suggestSameAs([actor("a/peskov", "Peskov"), actor("b/p", "Песков")])).toEqual([
      {
        left: "a/peskov",
        right: "b/p",
        score: 0.9,
        reason: "TRANSLITERATION",
        evidence: ["Peskov", "Песков"],
      },
    ]);
  });
  it.each([
    ["Volodymyr Zelensky", "Володимир Зеленський"],
    ["Zelenskyy", "Зеленский"],
    ["Zelenskyi", "Зеленський"],
    ["Andriy Yermak", "Андрій Єрмак"],
    ["Rustem Umerov", "Умєров Рустем"],
    ["Oleksii Reznikov", "Олексій Резніков"],
    ["Vladimir Medinskij", "Владимир Мединский"],
    ["Ianoukovitch", "Янукович"],
  ])("finds %s in %s, whatever system of transliteration it was written by", (latin, cyrillic) => {
    expect(suggestSameAs([actor("a/1", latin), actor("b/1", cyrillic)])).toEqual([
      { left: "a/1", right: "b/1", score: 0.9, reason: "TRANSLITERATION", evidence: [latin, cyrillic] },
    ]);
  });
  it("does not take other names for the same, in whatever script", () => {
    const names = [
      "Zelensky",
      "Залужний",
      "Zaluzhnyi A.",
      "Podolyak",
      "Подоляка",
      "Arakhamia",
      "Мединский",
      "Horst Meierhofer",
      "Horst Seehofer",
    ];
    const found = suggestSameAs(names.map((name, index) => actor(`a/${index}`, name)));
    expect(found.map(({ evidence }) => evidence)).toEqual([["Podolyak", "Подоляка"]]);
  });
  it("finds a name whose family name comes first", () => {
    expect(suggestSameAs([actor("a/1", "Zelensky, Volodymyr"), actor("b/1", "Volodymyr Zelensky")])).toEqual([
      {
        left: "a/1",
        right: "b/1",
        score: 0.95,
        reason: "NAME",
        evidence: ["Zelensky, Volodymyr", "Volodymyr Zelensky"],
      },
    ]);
  });
  it("finds an alias that is the other's name, but for case and accents", () => {
    expect(
      suggestSameAs([actor("a/e", "Erdogan"), actor("b/e", "Recep Tayyip", { aliases: ["ERDOĞAN"] })]),
    ).toEqual([{ left: "a/e", right: "b/e", score: 0.95, reason: "NAME", evidence: ["Erdogan", "ERDOĞAN"] }]);
  });
  it("finds a family name at the end of a full name, but no first word of another name", () => {
    const found = suggestSameAs([
      actor("a/1", "Zelensky"),
      actor("b/1", "Volodymyr Zelensky"),
      actor("a/2", "Africa"),
      actor("b/2", "Africa Watch"),
    ]);
    expect(found).toEqual([
      {
        left: "a/1",
        right: "b/1",
        score: 0.7,
        reason: "PART_OF_NAME",
        evidence: ["Zelensky", "Volodymyr Zelensky"],
      },
    ]);
  });
  it("finds names spelt alike", () => {
    expect(suggestSameAs([actor("a/z", "Zelensky"), actor("b/z", "Zelenskyy")])).toEqual([
      { left: "a/z", right: "b/z", score: 0.9, reason: "SPELLING", evidence: ["Zelensky", "Zelenskyy"] },
    ]);
  });
  it("leaves out actors of different kinds and with different identifiers", () => {
    const actors = [
      actor("a/1", "Georgia", { kind: "STATE", iso3: "GEO" }),
      actor("b/1", "Georgia", { kind: "STATE", iso3: "USA" }),
      actor("b/2", "Georgia", { kind: "ORGANIZATION" }),
    ];
    expect(suggestSameAs(actors)).toEqual([]);
  });
  it("suggests nothing of nothing", () => {
    expect(suggestSameAs([])).toEqual([]);
  });
  it("does not depend on the order of the actors, and never pairs one with itself", () => {
    const actors = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-c]\/[a-z]{1,3}$/),
        name: fc.constantFrom("Putin", "Путин", "Vladimir Putin", "Putin V.", "Poutine"),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(actors, (list) => {
        const people = list.map(({ id, name }) => actor(id, name));
        const found = suggestSameAs(people);
        expect(suggestSameAs([...people].reverse())).toEqual(found);
        expect(found.every(({ left, right }) => left < right)).toBe(true);
      }),
    );
  });
});
