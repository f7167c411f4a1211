import { describe, expect, it } from "vitest";
import {
  ACT_NAMES,
  ACTS,
  ACTS_ON_BINDING_PROPOSALS,
  type ActDefinition,
  findAct,
  isAct,
  isEndedByCondition,
  MEDIATING_ACTS,
} from "../../src/domain/acts.ts";
import { TARGET_KINDS } from "../../src/domain/vocabulary.ts";

describe("ACTS", () => {
  it("have the polarities of the data model", () => {
    const byPolarity = (polarity: number | null) =>
      ACTS.filter((act) => act.polarity === polarity).map(({ name }) => name);
    expect(byPolarity(1)).toEqual([
      "PROPOSED",
      "DEMANDED",
      "OFFERED",
      "PROMISED",
      "BACKED",
      "ACCEPTED",
      "SIGNED",
      "ASSERTED",
    ]);
    expect(byPolarity(0.5)).toEqual(["CONDITIONALLY_ACCEPTED", "CONCEDED", "WELCOMED"]);
    expect(byPolarity(-0.5)).toEqual(["CRITICISED", "NOT_ACCEPTED"]);
    expect(byPolarity(-1)).toEqual(["REJECTED", "DISPUTED", "VIOLATED"]);
    expect(byPolarity(null)).toEqual(["WITHDREW"]);
    expect(byPolarity(0).length).toBe(ACTS.length - 17);
  });

  it("are each named once, with a target, a sentence and a verb", () => {
    expect(new Set(ACT_NAMES).size).toBe(ACT_NAMES.length);
    const acts: readonly ActDefinition[] = ACTS;
    const lacking = acts.filter(
      ({ targets, when, verbs }) =>
        targets.length === 0 ||
        verbs.length === 0 ||
        !when.endsWith(".") ||
        !targets.every((kind) => TARGET_KINDS.includes(kind)),
    );
    expect(lacking).toEqual([]);
  });

  it("take each CAMEO code for one act only", () => {
    const codes = ACTS.flatMap(({ name, cameo }) =>
      cameo.flatMap((range) => expand(range).map((code) => [code, name] as const)),
    );
    expect(new Map(codes).size).toBe(codes.length);
  });

  it("that need a binding proposal are about proposals, those that mediate about meetings", () => {
    expect(ACTS_ON_BINDING_PROPOSALS.map((name) => findAct(name).targets)).toEqual([
      ["Proposal"],
      ["Proposal"],
    ]);
    expect(MEDIATING_ACTS.every((name) => findAct(name).targets.includes("Meeting"))).toBe(true);
  });
});

describe("isAct(text)", () => {
  it("knows the names of acts and nothing else", () => {
    expect(["DEMANDED", "demanded", "", "constructor"].map(isAct)).toEqual([true, false, false, false]);
  });
});

function expand(range: string): string[] {
  const [first = "", last = first] = range.split("-");
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) =>
    String(Number(first) + at).padStart(3, "0"),
  );
}

describe("isEndedByCondition(act)", () => {
  it("holds of refusals and threats, which a condition takes back", () => {
    expect(ACT_NAMES.filter(isEndedByCondition)).toEqual([
      "CRITICISED",
      "NOT_ACCEPTED",
      "REJECTED",
      "DISPUTED",
      "VIOLATED",
      "DID_NOT_ATTEND",
      "DECLINED_TO_ATTEND",
      "SUSPENDED",
      "WARNED",
      "WITHDREW",
    ]);
  });
});
