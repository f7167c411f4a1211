import { describe, expect, it } from "vitest";
import { measureNetwork } from "../../src/measures/measure-network.ts";
import type { NetworkOptions } from "../../src/network/network-options.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { type NoEdgeReason, whyNoEdge } from "../../src/network/why-no-edge.ts";
import { makeActor, makeCase, makeStatement } from "./support/make-case.ts";

/** A and B agree on d1 and differ on d2; C opposes d1; D speaks on a demand of its own. */
const DATA = makeCase({
  actors: ["c/A", "c/B", "c/C", "c/D"].map((id) => makeActor(id)),
  statements: [
    makeStatement("c/1", "c/A", "BACKED", "c/d1"),
    makeStatement("c/2", "c/B", "BACKED", "c/d1"),
    makeStatement("c/3", "c/A", "BACKED", "c/d2"),
    makeStatement("c/4", "c/B", "REJECTED", "c/d2"),
    makeStatement("c/5", "c/C", "REJECTED", "c/d1"),
    makeStatement("c/6", "c/D", "BACKED", "c/d3"),
    makeStatement("c/7", "c/A", "CRITICISED", "c/C", { targetKind: "Actor" }),
  ],
});

async function ask(
  [source, target, kind]: readonly [string, string, string?],
  words: Readonly<Record<string, OptionInput>> = {},
): Promise<NoEdgeReason> {
  const compute = (options: NetworkOptions) => measureNetwork(projectNetwork(DATA, options));
  const network = compute(parseNetworkOptions("c", words));
  const missing = { source: `c/${source}`, target: `c/${target}`, ...(kind ? { kind } : {}) };
  return await whyNoEdge(network, missing, async (options) => compute(options));
}

describe("whyNoEdge(network, missing, compute)", () => {
  it.each<[NoEdgeReason, readonly [string, string, string?], Readonly<Record<string, OptionInput>>]>([
    ["SAME_NODE", ["A", "A"], {}],
    ["NOT_IN_NETWORK", ["A", "E"], {}],
    ["NOT_IN_NETWORK", ["A", "B"], { from: "2022" }],
    ["NOT_IN_NETWORK", ["A", "B"], { withoutKinds: "state" }],
    ["OTHER_KIND", ["A", "d1", "REJECTED"], { network: "acts" }],
    ["OTHER_KIND", ["A", "B", "CONFLICT"], {}],
    ["OTHER_DIRECTION", ["C", "A"], { network: "acts" }],
    ["BELOW_MINIMUM", ["A", "B"], { minWeight: 2 }],
    ["BELOW_MINIMUM", ["A", "B"], { minStatements: 3, isolates: true }],
    ["BELOW_MINIMUM", ["A", "B"], { minSources: 1 }],
    ["OUTSIDE_BACKBONE", ["A", "B"], { backbone: 0.05 }],
    ["CANCELLED", ["A", "B"], { aggregation: "subtract" }],
    ["NOTHING_SHARED", ["A", "C"], {}],
    ["NOTHING_SHARED", ["A", "D"], { aggregation: "subtract" }],
    ["NOTHING_SHARED", ["C", "B"], { network: "acts" }],
  ])("gives %s between %j with %j", async (reason, ends, words) => {
    expect(await ask(ends, words)).toBe(reason);
  });
});
