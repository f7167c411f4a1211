import type { NetworkFile } from "../../data/network-shape.ts";
import type { LayoutInput } from "./lay-out.ts";
import { type LoadedEdge, type LoadedNetwork, slugOf } from "./load-network.ts";
import { chooseThreshold, thinNetwork } from "./thin-network.ts";

export type PictureNode = NetworkFile["nodes"][number] & {
  readonly slug: string;
  readonly radius: number;
  readonly label: string;
};

/** What the network view draws, and what it leaves out of the drawing. */
export interface Picture {
  /** The most important first. */
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly LoadedEdge[];
  /** The least weight that is drawn, chosen by the reader or, as long as there is no choice, by the view. */
  readonly threshold: number;
  readonly lighterCount: number;
  readonly crowdedOutCount: number;
  /** What the layout is worked out from: it stays the same when the legend hides kinds. */
  readonly layoutInput: LayoutInput;
  /** Every kind of edge that the network has. */
  readonly edgeKinds: readonly string[];
  /** Kinds of nodes and edges that the legend hides. */
  readonly hidden: ReadonlySet<string>;
}

export interface PictureChoices {
  /** Null: the view chooses. */
  readonly minWeight: number | null;
  /** Kinds of nodes and edges that the legend hides. */
  readonly hidden: ReadonlySet<string>;
  /** Slug of a node that must be seen; empty: none. */
  readonly focus: string;
}

/** Works out what is drawn of a network. */
export function makePicture(network: LoadedNetwork, choices: PictureChoices): Picture {
  const threshold = choices.minWeight ?? chooseThreshold(network.edges);
  const thin = thinFor(network, threshold, choices.focus);
  const base = thin.nodes.map(toPictureNode).sort(byImportance);
  const isShown = new Set(base.filter(({ kind }) => !choices.hidden.has(kind)).map(({ id }) => id));
  const edges = (thin.edges as readonly LoadedEdge[]).filter(
    ({ kind, source, target }) => !choices.hidden.has(kind) && isShown.has(source) && isShown.has(target),
  );
  const joined = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return {
    nodes: base.filter(({ id, slug }) => joined.has(id) || (slug === choices.focus && isShown.has(id))),
    edges,
    threshold,
    lighterCount: thin.lighterCount,
    crowdedOutCount: thin.crowdedOutCount,
    layoutInput: { nodes: base, edges: thin.edges },
    edgeKinds: [...new Set(network.edges.map(({ kind }) => kind))].sort(),
    hidden: choices.hidden,
  };
}

/** A node in focus is drawn though its edges are light; where it is drawn anyway, nothing moves. */
function thinFor(network: LoadedNetwork, threshold: number, focus: string) {
  const thin = thinNetwork(network, { threshold, keep: null });
  if (focus === "" || thin.nodes.some(({ id }) => slugOf(id) === focus)) return thin;
  const node = network.nodes.find(({ id }) => slugOf(id) === focus);
  return node ? thinNetwork(network, { threshold, keep: node.id }) : thin;
}

const LABEL_LENGTH = 30;

function toPictureNode(node: NetworkFile["nodes"][number]): PictureNode {
  const { name } = node;
  return {
    ...node,
    slug: slugOf(node.id),
    radius: Math.min(4 + 1.8 * Math.sqrt(node.statementCount), 20),
    label: name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : name,
  };
}

function byImportance(left: PictureNode, right: PictureNode): number {
  return right.statementCount - left.statementCount || (left.id < right.id ? -1 : 1);
}
