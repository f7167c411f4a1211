import {
  type Network,
  type NetworkEdge,
  type NetworkMeasures,
  type NetworkNode,
  readEdges,
} from "../network/network.ts";
import { type MeasuredValues, readMeasures, readWhole } from "../network/read-measures.ts";
import type { ExportContext } from "./export-context.ts";
import { describeProvenance } from "./provenance.ts";
import { chunkTexts } from "./text.ts";

/** Writes node-link JSON, as D3 and networkx (`node_link_graph(data, edges="links")`) read it. */
export function writeNodeLink(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeNodeLinkTexts(network, context));
}

/** Writes Cytoscape JSON (elements), as Cytoscape desktop, cytoscape.js and networkx read it. */
export function writeCytoscape(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeCytoscapeTexts(network, context));
}

function* writeNodeLinkTexts(network: Network, context: ExportContext): Generator<string> {
  yield `{"directed":${network.isDirected},"multigraph":${network.isMulti},\n`;
  yield `"graph":${writeGraph(network, context)},\n"nodes":`;
  yield* writeList(describeNodes(network));
  yield ',\n"links":';
  yield* writeList(describeLinks(network, context));
  yield "}\n";
}

function* writeCytoscapeTexts(network: Network, context: ExportContext): Generator<string> {
  yield '{"format_version":"1.0","generated_by":"demarche","target_cytoscapejs_version":"~3",\n';
  yield `"directed":${network.isDirected},"multigraph":${network.isMulti},\n`;
  yield `"data":${writeGraph(network, context)},\n"elements":{"nodes":`;
  yield* writeList(mapLazily(describeNodes(network), (node) => ({ data: { ...node, value: node.id } })));
  yield ',\n"edges":';
  let place = 0;
  // Cytoscape desktop names edges by `interaction`.
  yield* writeList(
    mapLazily(describeLinks(network, context), (link) => ({
      data: { id: `e${place++}`, ...link, interaction: link.kind },
    })),
  );
  yield "}}\n";
}

function writeGraph(network: Network, context: ExportContext): string {
  const slices = network.slices?.map(({ label, from, to, network: { measures } }) => ({
    label,
    from,
    to,
    ...writeWhole(measures),
  }));
  return JSON.stringify({
    name: network.title,
    query: Object.fromEntries(describeProvenance(network, context)),
    report: network.report,
    ...writeWhole(network.measures),
    ...(slices ? { slices } : {}),
  });
}

function writeWhole(measures: NetworkMeasures | null): { measures?: MeasuredValues } {
  return measures && measures.whole.length > 0 ? { measures: readWhole(measures) } : {};
}

function* describeNodes(network: Network): Generator<Partial<NetworkNode> & { id: string }> {
  for (const [place, node] of network.nodes.entries()) {
    const { spells, ...others } = node;
    yield {
      ...others,
      ...readMeasures(network.measures?.nodes, place),
      ...(network.slices ? { spells } : {}),
    };
  }
}

/** `key` tells parallel edges apart. */
function* describeLinks(
  network: Network,
  { statementIds }: ExportContext,
): Generator<Partial<NetworkEdge> & { kind: string }> {
  let place = 0;
  for (const edge of readEdges(network)) {
    const { spells, ...others } = edge;
    yield {
      ...others,
      ...readMeasures(network.measures?.edges, place),
      ...(statementIds ? { statements: network.statementsOf(place) } : {}),
      ...(network.isMulti ? { key: edge.kind } : {}),
      ...(network.slices ? { spells } : {}),
    };
    place++;
  }
}

function* mapLazily<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item);
}

function* writeList(items: Iterable<unknown>): Generator<string> {
  let before = "[\n";
  let isEmpty = true;
  for (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
    isEmpty = false;
  }
  yield isEmpty ? "[]" : "\n]";
}
