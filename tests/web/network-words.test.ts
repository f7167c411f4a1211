import { describe, expect, it } from "vitest";
import { readWords, wordVariables } from "../../web/explorer/src/data/network-words.ts";

describe("readWords(choices)", () => {
  it("keeps the words of a network and leaves out what is the view's own", () => {
    const choices = { network: "two-mode", on: "ISSUE", without: "a,b", focus: "northland", show: "table" };
    expect(readWords(choices)).toEqual({ network: "two-mode", on: "ISSUE", withoutSources: "a,b" });
  });

  it("drops what has no meaning for networks without signs", () => {
    expect(
      readWords({ network: "attendance", aggregation: "CONFLICT", halves: "COUNT", from: "2022" }),
    ).toEqual({
      network: "attendance",
      from: "2022",
    });
  });

  it("is the acts where nothing is chosen", () => {
    expect(readWords({})).toEqual({ network: "acts" });
  });
});

describe("wordVariables(words)", () => {
  it("gives each variable the value that its type asks for", () => {
    expect(
      wordVariables({
        network: "two-mode",
        acts: "accepted,not-accepted",
        withoutSources: "reuters-2022",
        withoutKinds: "Claim,STATE",
        minWeight: "2.5",
        throughProposals: "true",
        from: "2022-03",
      }),
    ).toEqual({
      network: "TWO_MODE",
      acts: ["ACCEPTED", "NOT_ACCEPTED"],
      withoutSources: ["reuters-2022"],
      withoutKinds: ["Claim", "STATE"],
      minWeight: 2.5,
      throughProposals: true,
      from: "2022-03",
    });
  });
});
