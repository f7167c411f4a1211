import type { Network, NetworkEdge, NetworkNode, NetworkReport } from "../network/network.ts";

/** Which edges of a network are asked for. */
export interface EdgePage {
  readonly first?: number | null;
  readonly offset?: number | null;
}

/** A network as the schema has it. */
export interface NetworkView {
  readonly case: string;
  readonly title: string;
  readonly isDirected: boolean;
  readonly isMulti: boolean;
  readonly nodes: readonly NetworkNode[];
  readonly edgeCount: number;
  readonly edges: (page: EdgePage) => ViewedEdge[];
  readonly report: NetworkReport;
  readonly slices: readonly ViewedSlice[] | null;
  readonly options: readonly { readonly name: string; readonly value: string }[];
}

export interface ViewedEdge extends Omit<NetworkEdge, "source" | "target"> {
  readonly source: NetworkNode | undefined;
  readonly target: NetworkNode | undefined;
  readonly statements: () => string[];
}

export interface ViewedSlice {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly network: NetworkView;
}

const DEFAULT_EDGES = 1_000;

/** Gives a network as the schema has it; edges and their statements are read when they are asked for. */
export function viewNetwork(network: Network): NetworkView {
  return {
    case: network.case,
    title: network.title,
    isDirected: network.isDirected,
    isMulti: network.isMulti,
    nodes: network.nodes,
    edgeCount: network.edgeCount,
    edges: (page) => readPage(network, page),
    report: network.report,
    slices: network.slices?.map((slice) => ({ ...slice, network: viewNetwork(slice.network) })) ?? null,
    options: Object.entries(network.options).map(([name, value]) => ({ name, value: writeValue(value) })),
  };
}

function readPage(network: Network, { first, offset }: EdgePage): ViewedEdge[] {
  const start = Math.min(offset ?? 0, network.edgeCount);
  const end = Math.min(start + (first ?? DEFAULT_EDGES), network.edgeCount);
  return Array.from({ length: end - start }, (_, index) => viewEdge(network, start + index));
}

function viewEdge(network: Network, edge: number): ViewedEdge {
  return {
    ...network.readEdge(edge),
    source: network.nodes[network.sourceOf(edge)],
    target: network.nodes[network.targetOf(edge)],
    statements: () => network.statementsOf(edge),
  };
}

function writeValue(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
