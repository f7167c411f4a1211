import { fetchNetwork } from "../../data/network-file.ts";
import type { NetworkFile, NetworkWords } from "../../data/network-shape.ts";

export type LoadedEdge = NetworkFile["edges"][number] & {
  /** Source, target and kind as slugs: names the edge in addresses. */
  readonly key: string;
  /** Whether a source states one of the acts behind it, rather than only claims, disputes or opinions. */
  readonly isReported: boolean;
};

export interface LoadedNetwork extends NetworkFile {
  readonly edges: readonly LoadedEdge[];
}

/** Loads a network and marks the edges that no source states as fact. */
export async function loadNetwork(caseSlug: string, words: NetworkWords): Promise<LoadedNetwork> {
  const [whole, reported] = await Promise.all([
    fetchNetwork(caseSlug, words),
    fetchNetwork(caseSlug, { ...words, statuses: "REPORTED" }),
  ]);
  const keys = new Set(reported.edges.map(keyOf));
  const edges = whole.edges.map((edge) => {
    const key = keyOf(edge);
    return { ...edge, key, isReported: keys.has(key) };
  });
  return { ...whole, edges };
}

/** Names an edge as addresses do. */
export function keyOf({
  source,
  target,
  kind,
}: Pick<NetworkFile["edges"][number], "source" | "target" | "kind">): string {
  return [slugOf(source), slugOf(target), kind].join("~");
}

/** Gives the slug of an id (`case/slug`). */
export function slugOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
