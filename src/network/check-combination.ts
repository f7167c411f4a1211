import { DemarcheError } from "../domain/errors.ts";
import type { NetworkOptions } from "./network-options.ts";

/**
 * Refuses options that have no meaning together.
 *
 * @param given - Names of the options that the user gave, so that defaults are never blamed.
 * @throws DemarcheError UNSUPPORTED_COMBINATION with the reason and the nearest combination that has a meaning, also as
 *   `details.nearest`.
 */
export function checkCombination(options: NetworkOptions, given: ReadonlySet<string> = new Set()): void {
  for (const rule of RULES) {
    const fault = rule(options, given);
    if (!fault) continue;
    throw new DemarcheError("UNSUPPORTED_COMBINATION", `${fault.reason} Nearest: ${show(fault.nearest)}.`, {
      details: { nearest: fault.nearest },
    });
  }
}

interface Fault {
  readonly reason: string;
  readonly nearest: Readonly<Record<string, string | number | boolean>>;
}

type Rule = (options: NetworkOptions, given: ReadonlySet<string>) => Fault | null;

const SIGNED = ["actors", "targets", "two-mode"];
const ONE_MODE = ["AVERAGE", "JACCARD", "COSINE", "ACTIVITY_PRODUCT"];
const TWO_MODE = ["ACTIVITY", "PROMINENCE"];
/** What divides weights among nodes, so that they must be 0 or more. */
const DIVIDING = ["PAGERANK", "COMMUNITIES", "DISPARITY"];
const COUNTING_OPTIONS = ["aggregation", "normalization", "on", "throughProposals", "halves"] as const;

const RULES: readonly Rule[] = [
  function countingOptions(options, given) {
    if (SIGNED.includes(options.network)) return null;
    const stray = COUNTING_OPTIONS.find((name) => given.has(name));
    if (!stray) return null;
    const reason = `${stray} has no meaning for the network "${options.network}", which has no signed weights.`;
    return { reason, nearest: { network: "actors", [stray]: options[stray] } };
  },
  function combineNormalized({ network, aggregation, normalization }) {
    if (!SIGNED.includes(network) || aggregation !== "COMBINE" || normalization === "NONE") return null;
    return {
      reason: `COMBINE gives codes (1 for, 2 against, 3 both), which ${normalization} cannot divide.`,
      nearest: { network: "two-mode", aggregation: "COMBINE", normalization: "NONE" },
    };
  },
  function combineOneMode({ network, aggregation }) {
    if (network === "two-mode" || !SIGNED.includes(network) || aggregation !== "COMBINE") return null;
    return {
      reason: "COMBINE describes an actor and a target, so it needs a two-mode network.",
      nearest: { network: "two-mode", aggregation: "COMBINE" },
    };
  },
  function combineOnIssues({ network, aggregation, on }) {
    if (network !== "two-mode" || aggregation !== "COMBINE" || on !== "ISSUE") return null;
    return {
      reason: "COMBINE on issues would set signs of different demands against each other.",
      nearest: { on: "DEMAND", aggregation: "COMBINE" },
    };
  },
  function twoModeAggregation({ network, aggregation }) {
    if (network !== "two-mode" || !["CONGRUENCE", "CONFLICT"].includes(aggregation)) return null;
    return {
      reason: `${aggregation} compares two actors or two targets, so it needs a one-mode network.`,
      nearest: { network: "two-mode", aggregation: "SUBTRACT" },
    };
  },
  function oneModeNormalization({ network, normalization }) {
    if (network !== "two-mode" || !ONE_MODE.includes(normalization)) return null;
    return {
      reason: `${normalization} compares two nodes of one kind, so it needs a one-mode network.`,
      nearest: { network: "two-mode", normalization: "ACTIVITY" },
    };
  },
  function twoModeNormalization({ network, normalization }) {
    if (network === "two-mode" || !SIGNED.includes(network) || !TWO_MODE.includes(normalization)) return null;
    return {
      reason: `${normalization} divides by a row's or column's total, so it needs a two-mode network.`,
      nearest: { network, normalization: "AVERAGE" },
    };
  },
  function throughWithoutDemands({ network, on, throughProposals }) {
    if (!SIGNED.includes(network) || !throughProposals || on === "DEMAND" || on === "ISSUE") return null;
    return {
      reason: `throughProposals takes statements to the demands of a proposal, so it has no meaning on ${on}.`,
      nearest: { on: "DEMAND", throughProposals: true },
    };
  },
  function kernelWithoutWindow({ network, kernel, slices, from, to }) {
    if (kernel === "NONE") return null;
    if (!SIGNED.includes(network)) {
      return {
        reason: `A kernel weighs signed statements; the network "${network}" counts whole acts and meetings.`,
        nearest: { network: "actors", kernel },
      };
    }
    if (slices === "MEETINGS") {
      return {
        reason:
          "The time before the first and after the last meeting has no centre for a kernel to weigh from.",
        nearest: { kernel, slices: "WINDOW" },
      };
    }
    if (slices !== "NONE" || (from !== null && to !== null)) return null;
    return {
      reason: "A kernel weighs statements by their distance from the centre of a window, and there is none.",
      nearest: { kernel, slices: "WINDOW" },
    };
  },
  function dividingSignedWeights({ network, aggregation, measures, backbone }) {
    if (!SIGNED.includes(network) || !["SUBTRACT", "COMBINE"].includes(aggregation)) return null;
    const measure = measures.find((one) => DIVIDING.includes(one)) ?? (backbone === null ? null : "backbone");
    if (!measure) return null;
    const weights = aggregation === "SUBTRACT" ? "weights below 0" : "codes in place of weights";
    return {
      reason: `${measure} needs weights of 0 or more, and ${aggregation} gives ${weights}.`,
      nearest: { network, aggregation: network === "two-mode" ? "IGNORE" : "CONGRUENCE" },
    };
  },
  function strengthOfCodes({ network, aggregation, measures }) {
    if (network !== "two-mode" || aggregation !== "COMBINE" || !measures.includes("STRENGTH")) return null;
    return {
      reason: "STRENGTH adds weights up, and COMBINE gives codes in place of weights.",
      nearest: { network, aggregation: "IGNORE" },
    };
  },
  function polarisationOfOthers({ network, aggregation, measures }) {
    if (!measures.includes("POLARISATION") || (network === "actors" && aggregation === "CONGRUENCE"))
      return null;
    return {
      reason: "POLARISATION is defined for the congruence network of actors.",
      nearest: { network: "actors", aggregation: "CONGRUENCE" },
    };
  },
  function backboneOfSlices({ slices, backbone }) {
    if (backbone === null || slices === "NONE") return null;
    return {
      reason: "Each slice would have a backbone of its own, and the whole none.",
      nearest: { slices: "NONE", backbone },
    };
  },
];

function show(nearest: Fault["nearest"]): string {
  return Object.entries(nearest)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
