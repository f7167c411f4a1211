import type { CodedStatement } from "../domain/coded-statement.ts";
import type { LeftOut } from "../domain/statement-filter.ts";
import type { ActorKind, CaseRole, TargetKind } from "../domain/vocabulary.ts";
import type { NetworkOptions } from "./network-options.ts";

/** A time in which a node or edge holds, as ISO days, both included; null: open. */
export interface Spell {
  readonly from: string | null;
  readonly to: string | null;
}

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly mode: "ACTOR" | "TARGET";
  readonly kind: ActorKind | TargetKind | "Issue";
  readonly aliases: readonly string[];
  readonly caseRole: CaseRole | null;
  readonly iso3: string | null;
  readonly wikidata: string | null;
  /** Distinct statements of the network that are its own, or about it. */
  readonly statementCount: number;
  /** First and last day of those statements. */
  readonly first: string | null;
  readonly last: string | null;
  /** Empty where the network is not cut into slices. */
  readonly spells: readonly Spell[];
}

export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  /** The aggregation, `CO_ATTENDANCE`, `CO_PROPOSAL`, or the act. */
  readonly kind: string;
  readonly weight: number;
  /** What of the weight, before normalisation, is agreement or support; and what conflict or opposition. */
  readonly positive: number;
  readonly negative: number;
  readonly statementCount: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Publishers of the sources, each once: `supportedBy` is their number. */
  readonly publishers: readonly string[];
  /** Works that the statements rest on, each once. */
  readonly sources: readonly string[];
  readonly spells: readonly Spell[];
}

/** A pair of statements, or one statement, with what it adds to a weight. */
export interface Contribution {
  /** Ids of statements; `right` is null where one stands alone. */
  readonly left: string;
  readonly right: string | null;
  /** What the two are about: a target, or, between targets, the actor. */
  readonly on: string;
  readonly leftSign: number;
  readonly rightSign: number | null;
  readonly contribution: number;
  /** Label of the slice; null where there are none. */
  readonly slice: string | null;
}

/** An edge opened: contributions in the order of `on`, then ids; they add up to `weight`. */
export interface EdgeExplanation {
  readonly edge: NetworkEdge;
  readonly contributions: readonly Contribution[];
}

/** What was counted and what was not. */
export interface NetworkReport {
  readonly statementsKept: number;
  readonly leftOut: readonly LeftOut[];
  /** Pairs whose weight is 0 because what is for and what is against cancel. */
  readonly cancelled: number;
  /** Edges below the minimum weight, statements or sources. */
  readonly belowMinimum: number;
  /** Edges left out because they do not belong to the backbone. */
  readonly outsideBackbone: number;
  /** Nodes without an edge, shown or not. */
  readonly isolates: number;
  readonly ambiguousRollUps: number;
}

/** What was measured of each node, or of each edge, in their order; null: it has no such value. */
export interface MeasureColumn {
  readonly name: string;
  readonly type: "integer" | "double";
  readonly values: readonly (number | null)[];
}

/** What was measured on request. */
export interface NetworkMeasures {
  readonly nodes: readonly MeasureColumn[];
  readonly edges: readonly MeasureColumn[];
  /** Of the network as a whole. */
  readonly whole: readonly {
    readonly name: string;
    readonly type: MeasureColumn["type"];
    readonly value: number | null;
  }[];
}

/** One slice of time with its own network. */
export interface NetworkSlice {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly network: Network;
}

/**
 * A network whose edges know their statements. Edges are numbered from 0; what lies behind one is worked out when asked for.
 */
export interface Network {
  readonly case: string;
  readonly title: string;
  readonly options: NetworkOptions;
  readonly isDirected: boolean;
  /** Whether two nodes may have several edges, of different kinds. */
  readonly isMulti: boolean;
  /** In the order of ids; in two-mode networks actors come first. */
  readonly nodes: readonly NetworkNode[];
  readonly edgeCount: number;
  readonly report: NetworkReport;
  /** Null where time is not cut. */
  readonly slices: readonly NetworkSlice[] | null;
  /** Null where nothing was measured. */
  readonly measures: NetworkMeasures | null;
  /** Places of the ends in `nodes`. */
  sourceOf(edge: number): number;
  targetOf(edge: number): number;
  weightOf(edge: number): number;
  kindOf(edge: number): string;
  /** All attributes of an edge. */
  readEdge(edge: number): NetworkEdge;
  /** Ids of the distinct statements behind an edge, in order. */
  statementsOf(edge: number): string[];
  explain(edge: number): EdgeExplanation;
  /** The statements that were kept, in the order of ids. */
  readStatements(): Iterable<CodedStatement>;
}

/** Gives the edges one by one. */
export function* readEdges(network: Network): Generator<NetworkEdge> {
  for (let edge = 0; edge < network.edgeCount; edge++) yield network.readEdge(edge);
}
