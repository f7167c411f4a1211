import type { Network, NetworkEdge, NetworkNode, NetworkReport } from "../network/network.ts";
import { type MeasuredValues, readMeasures, readWhole } from "../network/read-measures.ts";

/** Which edges of a network are asked for. */
export interface EdgePage {
  readonly first?: number | null;
  readonly offset?: number | null;
}

type ViewedNode = NetworkNode & MeasuredValues;

/** A network as the schema has it. */
export interface NetworkView {
  readonly case: string;
  readonly title: string;
  readonly isDirected: boolean;
  readonly isMulti: boolean;
  readonly nodes: readonly ViewedNode[];
  readonly edgeCount: number;
  readonly edges: (page: EdgePage) => ViewedEdge[];
  readonly report: NetworkReport;
  readonly slices: readonly ViewedSlice[] | null;
  readonly measures: MeasuredValues | null;
  readonly options: readonly { readonly name: string; readonly value: string }[];
}

export type ViewedEdge = Omit<NetworkEdge, "source" | "target"> & {
  readonly source: ViewedNode | undefined;
  readonly target: ViewedNode | undefined;
  readonly statements: () => string[];
};

export interface ViewedSlice {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly network: NetworkView;
}

const DEFAULT_EDGES = 1_000;

/** Gives a network as the schema has it; edges and their statements are read when they are asked for. */
export function viewNetwork(network: Network): NetworkView {
  const { measures } = network;
  const nodes = network.nodes.map(
    (node, place) => ({ ...node, ...readMeasures(measures?.nodes, place) }) as ViewedNode,
  );
  return {
    case: network.case,
    title: network.title,
    isDirected: network.isDirected,
    isMulti: network.isMulti,
    nodes,
    edgeCount: network.edgeCount,
    edges: (page) => readPage(network, nodes, page),
    report: network.report,
    slices: network.slices?.map((slice) => ({ ...slice, network: viewNetwork(slice.network) })) ?? null,
    measures: measures && readWhole(measures),
    options: Object.entries(network.options).map(([name, value]) => ({ name, value: writeValue(value) })),
  };
}

function readPage(network: Network, nodes: readonly ViewedNode[], { first, offset }: EdgePage): ViewedEdge[] {
  const start = Math.min(offset ?? 0, network.edgeCount);
  const end = Math.min(start + (first ?? DEFAULT_EDGES), network.edgeCount);
  return Array.from({ length: end - start }, (_, index) => viewEdge(network, nodes, start + index));
}

function viewEdge(network: Network, nodes: readonly ViewedNode[], edge: number): ViewedEdge {
  return {
    ...network.readEdge(edge),
    ...readMeasures(network.measures?.edges, edge),
    source: nodes[network.sourceOf(edge)],
    target: nodes[network.targetOf(edge)],
    statements: () => network.statementsOf(edge),
  };
}

function writeValue(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
