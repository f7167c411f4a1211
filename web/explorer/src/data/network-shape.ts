import type { NetworkEdge, NetworkNode, NetworkReport } from "../../../../src/network/network.ts";

/** The words of a network, as addresses of exports have them. */
export type NetworkWords = Readonly<Record<string, string>>;

/** A network as the view draws it: the content of its node-link JSON. */
export interface NetworkFile {
  readonly isDirected: boolean;
  readonly nodes: readonly Omit<NetworkNode, "spells">[];
  readonly edges: readonly Omit<NetworkEdge, "spells">[];
  readonly report: NetworkReport;
}
