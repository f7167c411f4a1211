import { weightedDegree } from "graphology-metrics/node/weighted-degree.js";
import { keepEdges } from "../network/keep-edges.ts";
import type { MeasureColumn, Network, NetworkMeasures } from "../network/network.ts";
import { MEASURES, type Measure } from "../network/network-options.ts";
import { disparity, pageRank } from "./algorithms.ts";
import { betweenness } from "./betweenness.ts";
import { findCommunities } from "./communities.ts";
import { polarisation } from "./polarisation.ts";
import { seededRandom } from "./seeded-random.ts";
import { makeWeightedGraph, type WeightedGraph } from "./weighted-graph.ts";

/**
 * Measures what the options of a network ask for, of the whole and of each slice, and keeps to its backbone where one is
 * asked for; measures are those of the backbone then, but for `disparity`, which says why an edge is in it.
 *
 * @see docs/methods.md#measures
 */
export function measureNetwork(network: Network): Network {
  const slices =
    network.slices?.map((slice) => ({ ...slice, network: measureNetwork(slice.network) })) ?? null;
  const { kept, disparities } = keepBackbone({ ...network, slices });
  const { measures, seed } = network.options;
  if (measures.length === 0) return kept;
  const graph = makeWeightedGraph(kept);
  const parts = MEASURES.filter((measure) => measures.includes(measure)).map((measure) =>
    RULES[measure]({ graph, random: seededRandom(seed), disparities }),
  );
  return { ...kept, measures: joinParts(parts) };
}

type Part = Partial<NetworkMeasures>;

interface Subject {
  readonly graph: WeightedGraph;
  readonly random: () => number;
  readonly disparities: readonly number[];
}

const RULES: Readonly<Record<Measure, (subject: Subject) => Part>> = {
  DEGREE: ({ graph }) => ({
    nodes: [
      integers(
        "degree",
        graph.mapNodes((node) => graph.degree(node)),
      ),
    ],
  }),
  STRENGTH: ({ graph }) => ({
    nodes: [
      doubles(
        "strength",
        graph.mapNodes((node) => weightedDegree(graph, node, "weight")),
      ),
    ],
  }),
  BETWEENNESS: ({ graph, random }) => {
    const { values, pivots } = betweenness(graph, random);
    return {
      nodes: [doubles("betweenness", values)],
      whole: [{ name: "betweennessPivots", type: "integer", value: pivots }],
    };
  },
  PAGERANK: ({ graph }) => ({ nodes: [doubles("pageRank", rankPages(graph))] }),
  COMMUNITIES: ({ graph, random }) => {
    const { values, count, modularity } = findCommunities(graph, random);
    return {
      nodes: [integers("community", values)],
      whole: [
        { name: "communityCount", type: "integer", value: count },
        { name: "modularity", type: "double", value: modularity },
      ],
    };
  },
  POLARISATION: ({ graph, random }) => {
    const { value, camps } = polarisation(graph, random);
    return {
      nodes: [integers("camp", camps)],
      whole: [{ name: "polarisation", type: "double", value }],
    };
  },
  DISPARITY: ({ disparities }) => ({ edges: [doubles("disparity", disparities)] }),
};

function integers(name: string, values: MeasureColumn["values"]): MeasureColumn {
  return { name, type: "integer", values };
}

function doubles(name: string, values: MeasureColumn["values"]): MeasureColumn {
  return { name, type: "double", values };
}

function joinParts(parts: readonly Part[]): NetworkMeasures {
  return {
    nodes: parts.flatMap(({ nodes = [] }) => nodes),
    edges: parts.flatMap(({ edges = [] }) => edges),
    whole: parts.flatMap(({ whole = [] }) => whole),
  };
}

function rankPages(graph: WeightedGraph): number[] {
  if (graph.order === 0) return [];
  const options = { getEdgeWeight: "weight" as const, alpha: 0.85, tolerance: 1e-12, maxIterations: 1_000 };
  const ranks = pageRank(graph, options);
  return graph.mapNodes((node) => ranks[node] ?? 0);
}

/** Gives the network without the edges outside its backbone, and how significant each of its edges is. */
function keepBackbone(network: Network): { kept: Network; disparities: readonly number[] } {
  const { backbone, measures } = network.options;
  if (backbone === null && !measures.includes("DISPARITY")) return { kept: network, disparities: [] };
  const all = readDisparities(network);
  if (backbone === null) return { kept: network, disparities: all };
  const edges = Int32Array.from(all.keys()).filter((edge) => (all[edge] ?? 1) < backbone);
  const kept = keepEdges(network, edges);
  const outsideBackbone = network.edgeCount - kept.edgeCount;
  return {
    kept: { ...kept, report: { ...kept.report, outsideBackbone } },
    disparities: Array.from(edges, (edge) => all[edge] ?? 1),
  };
}

/** The score belongs to a pair of nodes, whatever the number of edges between them; 1 for a loop. */
function readDisparities(network: Network): number[] {
  const graph = makeWeightedGraph(network);
  const scores = graph.size === 0 ? {} : disparity(graph, { getEdgeWeight: "weight" });
  return Array.from({ length: network.edgeCount }, (_, edge) => {
    const pair = graph.edge(network.sourceOf(edge), network.targetOf(edge));
    return scores[pair ?? ""] ?? 1;
  });
}
