import type { NetworkFile } from "../data/network-shape.ts";

type Edge = Pick<NetworkFile["edges"][number], "source" | "target" | "kind" | "weight">;

export interface ChangedEdge<E> {
  readonly edge: E;
  readonly change: "LOST" | "GAINED" | "CHANGED";
  /** Weight before and after; null where the edge is not there. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Compares the edges of two networks: those lost in the order of `before`, those gained in the order of `after`. */
export function changedEdges<E extends Edge>(before: readonly E[], after: readonly E[]): ChangedEdge<E>[] {
  const weightBefore = new Map(before.map((edge) => [keyOf(edge), edge.weight]));
  const weightAfter = new Map(after.map((edge) => [keyOf(edge), edge.weight]));
  const changed = before.flatMap((edge): ChangedEdge<E>[] => {
    const weight = weightAfter.get(keyOf(edge)) ?? null;
    if (weight === edge.weight) return [];
    return [{ edge, change: weight === null ? "LOST" : "CHANGED", before: edge.weight, after: weight }];
  });
  const gained = after
    .filter((edge) => !weightBefore.has(keyOf(edge)))
    .map((edge): ChangedEdge<E> => ({ edge, change: "GAINED", before: null, after: edge.weight }));
  return [...changed, ...gained];
}

function keyOf({ source, target, kind }: Edge): string {
  return `${source} ${target} ${kind}`;
}
