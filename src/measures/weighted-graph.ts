import { UndirectedGraph } from "graphology";
import type { Network } from "../network/network.ts";

/** A graph whose nodes are places in a network's nodes, each pair joined at most once. */
export type WeightedGraph = UndirectedGraph<Record<string, never>, { weight: number }>;

/** Lays a network out as a simple graph: directions are left aside, parallel edges added up, loops left out. */
export function makeWeightedGraph(network: Network): WeightedGraph {
  const graph: WeightedGraph = new UndirectedGraph();
  for (const place of network.nodes.keys()) graph.addNode(place);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [source, target] = [network.sourceOf(edge), network.targetOf(edge)];
    const weight = network.weightOf(edge);
    if (source === target) continue;
    graph.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + weight }));
  }
  return graph;
}
