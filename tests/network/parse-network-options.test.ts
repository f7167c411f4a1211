import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { NETWORK_OPTIONS } from "../../src/network/network-options.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";

function faultOf(words: Readonly<Record<string, OptionInput>>): string | null {
  try {
    parseNetworkOptions("c", words);
    return null;
  } catch (error) {
    return error instanceof DemarcheError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe("parseNetworkOptions(caseSlug, words)", () => {
  it("has a default for every option", () => {
    const { case: slug, ...options } = parseNetworkOptions("c");
    expect(slug).toBe("c");
    expect(options).toEqual(
      Object.fromEntries(NETWORK_OPTIONS.map((option) => [option.name, option.default])),
    );
  });

  it("reads texts as an address gives them", () => {
    const words = {
      network: "two-mode",
      "roll-up": "state",
      statuses: "reported,opinion",
      actors: "russia,c/ukraine",
      from: "2022-03",
      to: "2022-03",
      minWeight: "0.5",
      isolates: "true",
      normalization: "activity",
    };
    expect(parseNetworkOptions("c", words)).toEqual({
      ...parseNetworkOptions("c", { network: "two-mode" }),
      rollUp: "STATE",
      statuses: ["REPORTED", "OPINION"],
      actors: ["c/russia", "c/ukraine"],
      from: "2022-03-01",
      to: "2022-03-31",
      minWeight: 0.5,
      isolates: true,
      normalization: "ACTIVITY",
    });
  });

  it("takes SUBTRACT for two modes where no aggregation is given", () => {
    expect(parseNetworkOptions("c", { mode: "two" }).aggregation).toBe("SUBTRACT");
    expect(parseNetworkOptions("c", { nodes: "targets" }).network).toBe("targets");
  });

  it.each<[Record<string, OptionInput>, string]>([
    [
      { hue: "red" },
      `BAD_INPUT: A network has no option "hue": it takes ${[...NETWORK_OPTIONS.map(({ name }) => name), "mode", "nodes"].join(", ")}.`,
    ],
    [
      { agregation: "ignore" },
      `BAD_INPUT: A network has no option "agregation": it takes ${[...NETWORK_OPTIONS.map(({ name }) => name), "mode", "nodes"].join(", ")}. Did you mean "aggregation"?`,
    ],
    [
      { aggregation: "congruense" },
      'BAD_INPUT: aggregation "congruense" is not one of IGNORE, CONGRUENCE, CONFLICT, SUBTRACT, COMBINE. Did you mean "CONGRUENCE"?',
    ],
    [{ halves: "double" }, 'BAD_INPUT: halves "double" is not one of OMIT, COUNT.'],
    [{ from: "soon" }, 'BAD_INPUT: from "soon" is no date: write it like 2022-03-29, 2022-03 or 2022.'],
    [
      { from: "2023", to: "2022" },
      "BAD_INPUT: from (2023-01-01) is later than to (2022-12-31): exchange them.",
    ],
    [{ minWeight: "much" }, 'BAD_INPUT: minWeight "much" is not a number of 0 or more.'],
    [{ windowLength: "0" }, 'BAD_INPUT: windowLength "0" is not a whole number of 1 or more.'],
    [{ isolates: "maybe" }, 'BAD_INPUT: isolates "maybe" is neither true nor false.'],
    [
      { network: "acts", mode: "two" },
      'BAD_INPUT: network "acts" contradicts mode and nodes, which mean "two-mode": leave one out.',
    ],
    [
      { mode: "two", aggregation: "combine", normalization: "activity" },
      "UNSUPPORTED_COMBINATION: COMBINE gives codes (1 for, 2 against, 3 both), which ACTIVITY cannot divide. Nearest: network two-mode, aggregation COMBINE, normalization NONE.",
    ],
    [
      { aggregation: "combine" },
      "UNSUPPORTED_COMBINATION: COMBINE describes an actor and a target, so it needs a two-mode network. Nearest: network two-mode, aggregation COMBINE.",
    ],
    [
      { mode: "two", aggregation: "combine", on: "issue" },
      "UNSUPPORTED_COMBINATION: COMBINE on issues would set signs of different demands against each other. Nearest: on DEMAND, aggregation COMBINE.",
    ],
    [
      { mode: "two", aggregation: "conflict" },
      "UNSUPPORTED_COMBINATION: CONFLICT compares two actors or two targets, so it needs a one-mode network. Nearest: network two-mode, aggregation SUBTRACT.",
    ],
    [
      { mode: "two", normalization: "jaccard" },
      "UNSUPPORTED_COMBINATION: JACCARD compares two nodes of one kind, so it needs a one-mode network. Nearest: network two-mode, normalization ACTIVITY.",
    ],
    [
      { normalization: "prominence" },
      "UNSUPPORTED_COMBINATION: PROMINENCE divides by a row's or column's total, so it needs a two-mode network. Nearest: network actors, normalization AVERAGE.",
    ],
    [
      { on: "claim", throughProposals: true },
      "UNSUPPORTED_COMBINATION: throughProposals takes statements to the demands of a proposal, so it has no meaning on CLAIM. Nearest: on DEMAND, throughProposals true.",
    ],
    [
      { kernel: "gaussian" },
      "UNSUPPORTED_COMBINATION: A kernel weighs statements by their distance from the centre of a window, and there is none. Nearest: kernel GAUSSIAN, slices WINDOW.",
    ],
    [
      { kernel: "gaussian", slices: "meetings" },
      "UNSUPPORTED_COMBINATION: The time before the first and after the last meeting has no centre for a kernel to weigh from. Nearest: kernel GAUSSIAN, slices WINDOW.",
    ],
    [
      { network: "acts", kernel: "uniform", slices: "year" },
      'UNSUPPORTED_COMBINATION: A kernel weighs signed statements; the network "acts" counts whole acts and meetings. Nearest: network actors, kernel UNIFORM.',
    ],
    [
      { network: "attendance", aggregation: "conflict" },
      'UNSUPPORTED_COMBINATION: aggregation has no meaning for the network "attendance", which has no signed weights. Nearest: network actors, aggregation CONFLICT.',
    ],
    [
      { aggregation: "subtract", measures: "degree,pagerank" },
      "UNSUPPORTED_COMBINATION: PAGERANK needs weights of 0 or more, and SUBTRACT gives weights below 0. Nearest: network actors, aggregation CONGRUENCE.",
    ],
    [
      { mode: "two", aggregation: "combine", backbone: 0.05 },
      "UNSUPPORTED_COMBINATION: backbone needs weights of 0 or more, and COMBINE gives codes in place of weights. Nearest: network two-mode, aggregation IGNORE.",
    ],
    [
      { mode: "two", aggregation: "combine", measures: "strength" },
      "UNSUPPORTED_COMBINATION: STRENGTH adds weights up, and COMBINE gives codes in place of weights. Nearest: network two-mode, aggregation IGNORE.",
    ],
    [
      { aggregation: "conflict", measures: "polarisation" },
      "UNSUPPORTED_COMBINATION: POLARISATION is defined for the congruence network of actors. Nearest: network actors, aggregation CONGRUENCE.",
    ],
    [
      { backbone: "0.05", slices: "year" },
      "UNSUPPORTED_COMBINATION: Each slice would have a backbone of its own, and the whole none. Nearest: slices NONE, backbone 0.05.",
    ],
    [{ backbone: "5" }, 'BAD_INPUT: backbone "5" is not a number from 0 to 1.'],
  ])("refuses %j", (words, message) => {
    expect(faultOf(words)).toBe(message);
  });
});
