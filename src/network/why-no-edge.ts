import { findEdges } from "./explain-edge.ts";
import type { Network } from "./network.ts";
import type { NetworkOptions } from "./network-options.ts";

/** Why two nodes have no edge, from the plainest reason on; each as a clause about the two. */
export const NO_EDGE_REASONS = {
  SAME_NODE: "both ends are the same, and this network joins different ones alone",
  NOT_IN_NETWORK: "at least one of the two has no statement that counts in this network",
  OTHER_KIND: "edges join the two, but none of the kind asked for",
  OTHER_DIRECTION: "the edge leads the other way: exchange the ends",
  BELOW_MINIMUM: "their edge lies below the minimum weight, statements or sources",
  OUTSIDE_BACKBONE: "their edge does not belong to the backbone",
  CANCELLED: "what speaks for it and what speaks against it cancel out",
  NOTHING_SHARED: "no statements of the two meet in a way that this network counts",
} as const;

export type NoEdgeReason = keyof typeof NO_EDGE_REASONS;

/** The ends of an edge that is not there, and its kind where one was asked for. */
export interface MissingEdge {
  readonly source: string;
  readonly target: string;
  readonly kind?: string;
}

/**
 * Finds out why a network lacks an edge, by computing it again with fewer conditions.
 *
 * @param compute - Computes the network of other options from the same case.
 */
export async function whyNoEdge(
  network: Network,
  missing: MissingEdge,
  compute: (options: NetworkOptions) => Promise<Network>,
): Promise<NoEdgeReason> {
  const { options } = network;
  const { source, target, kind } = missing;
  const joins = async (changed: Partial<NetworkOptions>) =>
    findEdges(await compute({ ...options, ...changed }), source, target).length > 0;
  if (source === target && !network.isDirected) return "SAME_NODE";
  if (kind !== undefined && findEdges(network, source, target).length > 0) return "OTHER_KIND";
  const wide = await compute({ ...options, ...NO_MINIMUM, backbone: null, isolates: true });
  const ids = new Set(wide.nodes.map(({ id }) => id));
  if (!ids.has(source) || !ids.has(target)) return "NOT_IN_NETWORK";
  if (findEdges(wide, source, target).length > 0)
    return (await joins({ backbone: null })) ? "OUTSIDE_BACKBONE" : "BELOW_MINIMUM";
  if (findEdges(wide, target, source).length > 0) return "OTHER_DIRECTION";
  const positive = options.network === "two-mode" ? "IGNORE" : "CONGRUENCE";
  const mayCancel = options.aggregation === "SUBTRACT" && !["acts", "mediation"].includes(options.network);
  if (mayCancel && (await joins({ ...NO_MINIMUM, aggregation: positive }))) return "CANCELLED";
  return "NOTHING_SHARED";
}

const NO_MINIMUM = { minWeight: 0, minStatements: 0, minSources: 0 };
