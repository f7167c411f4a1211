import type { NetworkFile } from "../../data/network-shape.ts";

type Edge = NetworkFile["edges"][number];

/** Edges that a first look can take in. */
const READABLE_EDGES = 300;

/** Nodes and edges that a page can draw and move at ease. */
const MOST_NODES = 600;
const MOST_EDGES = 1_500;

/** What of a network is drawn. */
export interface ThinNetwork {
  readonly nodes: NetworkFile["nodes"];
  readonly edges: readonly Edge[];
  /** Edges lighter than the threshold. */
  readonly lighterCount: number;
  /** Edges heavy enough, yet too many to be drawn. */
  readonly crowdedOutCount: number;
}

/** Gives the least weight at which a first look is readable; 0 where all of the network is. */
export function chooseThreshold(edges: readonly Edge[]): number {
  if (edges.length <= READABLE_EDGES) return 0;
  const weights = edges.map(strength).sort((left, right) => right - left);
  const atLimit = weights[READABLE_EDGES] ?? 0;
  const lightest = weights[weights.length - 1] ?? 0;
  if (atLimit === lightest) {
    // all that is heavier, or, where all weigh the same, everything
    return weights.findLast((weight) => weight > lightest) ?? 0;
  }
  return weights.slice(0, READABLE_EDGES).findLast((weight) => weight > atLimit) ?? atLimit;
}

/**
 * Keeps the edges that weigh enough, heaviest first, as many as can be drawn, and the nodes that they join.
 *
 * @param options - `keep` names a node that stays, with its heaviest edges, whatever they weigh.
 */
export function thinNetwork(
  { nodes, edges }: Pick<NetworkFile, "nodes" | "edges">,
  { threshold, keep }: { readonly threshold: number; readonly keep: string | null },
): ThinNetwork {
  const order = edges
    .map((edge, place) => ({ edge, place, isKept: edge.source === keep || edge.target === keep }))
    .sort(
      (left, right) =>
        Number(right.isKept) - Number(left.isKept) ||
        strength(right.edge) - strength(left.edge) ||
        left.place - right.place,
    );
  const heavy = order.filter(({ edge, isKept }) => isKept || strength(edge) >= threshold);
  const taken = takeWhileFits(heavy);
  const joined = new Set(taken.flatMap(({ edge }) => [edge.source, edge.target]));
  if (keep !== null) joined.add(keep);
  return {
    nodes: nodes.filter(({ id }) => joined.has(id)),
    edges: taken.sort((left, right) => left.place - right.place).map(({ edge }) => edge),
    lighterCount: edges.length - heavy.length,
    crowdedOutCount: heavy.length - taken.length,
  };
}

function takeWhileFits<T extends { readonly edge: Edge }>(heavy: readonly T[]): T[] {
  const joined = new Set<string>();
  const taken: T[] = [];
  for (const one of heavy) {
    if (taken.length === MOST_EDGES) break;
    const { source, target } = one.edge;
    const isNew = Number(!joined.has(source)) + Number(!joined.has(target));
    if (joined.size + isNew > MOST_NODES) continue;
    joined.add(source).add(target);
    taken.push(one);
  }
  return taken;
}

function strength({ weight }: Edge): number {
  return Math.abs(weight);
}
