import type { Act } from "../domain/acts.ts";
import { ACT_NAMES } from "../domain/acts.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import {
  ACTOR_KINDS,
  MEETING_KINDS,
  type MeetingKind,
  ROLL_UPS,
  STATUSES,
  TARGET_KINDS,
} from "../domain/vocabulary.ts";

/** The networks, under the names that addresses of exports use. */
export const NETWORK_NAMES = [
  "acts",
  "actors",
  "targets",
  "two-mode",
  "attendance",
  "proposers",
  "mediation",
] as const;
export const AGGREGATIONS = ["IGNORE", "CONGRUENCE", "CONFLICT", "SUBTRACT", "COMBINE"] as const;
export const NORMALIZATIONS = [
  "NONE",
  "AVERAGE",
  "JACCARD",
  "COSINE",
  "ACTIVITY_PRODUCT",
  "ACTIVITY",
  "PROMINENCE",
] as const;
export const DUPLICATE_RULES = ["INCLUDE", "SOURCE", "DAY", "WEEK", "MONTH", "YEAR", "ALL"] as const;
export const TARGET_LEVELS = ["DEMAND", "PROPOSAL", "CLAIM", "ISSUE"] as const;
export const HALVES = ["OMIT", "COUNT"] as const;
export const SLICES = ["NONE", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "WINDOW", "MEETINGS"] as const;
export const KERNELS = ["NONE", "UNIFORM", "TRIANGULAR", "EPANECHNIKOV", "GAUSSIAN"] as const;
export const MEASURES = [
  "DEGREE",
  "STRENGTH",
  "BETWEENNESS",
  "PAGERANK",
  "COMMUNITIES",
  "POLARISATION",
  "DISPARITY",
] as const;

/** Kinds of nodes: those of actors, and of targets; an actor that is a target keeps its own kind. */
export const NODE_KINDS = [
  ...ACTOR_KINDS,
  ...TARGET_KINDS.filter((kind) => kind !== "Actor"),
  "Issue",
] as const;

export type NetworkName = (typeof NETWORK_NAMES)[number];
export type Aggregation = (typeof AGGREGATIONS)[number];
export type Normalization = (typeof NORMALIZATIONS)[number];
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];
export type TargetLevel = (typeof TARGET_LEVELS)[number];
export type SliceKind = (typeof SLICES)[number];
export type Kernel = (typeof KERNELS)[number];
export type NetworkNodeKind = (typeof NODE_KINDS)[number];
export type Measure = (typeof MEASURES)[number];

/** All that decides which network is computed from a case. */
export interface NetworkOptions extends StatementFilter {
  readonly network: NetworkName;
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  readonly duplicates: DuplicateRule;
  readonly on: TargetLevel;
  readonly throughProposals: boolean;
  readonly halves: (typeof HALVES)[number];
  /** Acts, actors (after roll-up) and issues to keep to; empty: all. */
  readonly acts: readonly Act[];
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  /** Kinds of nodes to leave out, with their edges; empty: none. */
  readonly withoutKinds: readonly NetworkNodeKind[];
  readonly isolates: boolean;
  /** Edges below any of these are left out; the weight is compared without its sign. */
  readonly minWeight: number;
  readonly minStatements: number;
  readonly minSources: number;
  readonly slices: SliceKind;
  /** Days, for slices WINDOW. */
  readonly windowLength: number;
  readonly windowStep: number;
  /** Meetings that part the time, for slices MEETINGS. */
  readonly meetingKinds: readonly MeetingKind[];
  readonly kernel: Kernel;
  /** What is measured of the network, in the order of `MEASURES`; empty: nothing. */
  readonly measures: readonly Measure[];
  /** Where the chance in communities, camps and sampled betweenness starts; the same seed gives the same answer. */
  readonly seed: number;
  /** Greatest disparity of an edge of the backbone, over 0 to 1; null: the whole network. */
  readonly backbone: number | null;
}

/** What an option holds: `word` and `words` are of its `values`, `ids` are ids or slugs, `day` is EDTF. */
export type OptionType = "word" | "words" | "ids" | "day" | "time" | "boolean" | "integer" | "number";

export interface OptionDefinition {
  readonly name: Exclude<keyof NetworkOptions, "case">;
  readonly type: OptionType;
  /** The closed set of a `word` or `words`; null for other types. */
  readonly values: readonly string[] | null;
  readonly default: string | number | boolean | null | readonly string[];
  readonly description: string;
}

/**
 * The words of a network, from which the command's flags, the schema's arguments, the parameters of an address and the
 * docs are drawn.
 */
export const NETWORK_OPTIONS: readonly OptionDefinition[] = [
  word(
    "network",
    NETWORK_NAMES,
    "actors",
    "Which network: acts as they are, actors or targets that share statements, both (two-mode), who attended, proposed or mediated together.",
  ),
  word(
    "aggregation",
    AGGREGATIONS,
    "CONGRUENCE",
    "How statements become weights: any, same side, opposite sides, the difference, or (two-mode) a code for for, against and both. Default of the two-mode network: SUBTRACT.",
  ),
  word(
    "normalization",
    NORMALIZATIONS,
    "NONE",
    "What a weight is divided by: AVERAGE, JACCARD, COSINE, ACTIVITY_PRODUCT between alike nodes; ACTIVITY, PROMINENCE in two-mode networks.",
  ),
  word(
    "duplicates",
    DUPLICATE_RULES,
    "INCLUDE",
    "Drops repeated statements of one actor, target and sign: within a source, a day … or ever.",
  ),
  word("on", TARGET_LEVELS, "DEMAND", "What statements are counted on."),
  flag("throughProposals", "Counts a positive statement on a proposal on each demand that it contains."),
  word(
    "halves",
    HALVES,
    "OMIT",
    "Leaves statements of polarity ±½ out of signed networks, or counts them with their sign.",
  ),
  list("acts", "words", ACT_NAMES, [], "Acts to keep to; none: all."),
  list("actors", "ids", null, [], "Actors to keep to, after roll-up; none: all."),
  list("issues", "ids", null, [], "Issues to keep to, with the issues that are part of them; none: all."),
  plain("from", "day", null, "First day."),
  plain("to", "day", null, "Last day."),
  word(
    "overlap",
    ["INSIDE", "ANY"],
    "INSIDE",
    "Whether a statement's days must lie wholly inside the dates, or only touch them.",
  ),
  list("statuses", "words", STATUSES, ["REPORTED", "CLAIMED"], "Statuses of the statements to draw on."),
  list(
    "withoutSources",
    "ids",
    null,
    [],
    "Sources to leave out, each with the other entries for the same work.",
  ),
  word(
    "citationScope",
    ["SENTENCE", "PARAGRAPH"],
    "SENTENCE",
    "Whether a statement also rests on what the rest of its paragraph cites.",
  ),
  word(
    "rollUp",
    ROLL_UPS,
    "NONE",
    "Counts statements of representatives for the organisation or state that they stand for.",
  ),
  flag("expandCoalitions", "Counts a coalition's statements for its members of that time."),
  flag("mergeSameAs", "Counts actors linked as the same as one."),
  plain("asKnownOn", "time", null, "What the database held at that time."),
  list(
    "withoutKinds",
    "words",
    NODE_KINDS,
    [],
    "Kinds of nodes to leave out, with their edges; none: all stay.",
  ),
  flag("isolates", "Keeps nodes that have statements but no edge."),
  plain("minWeight", "number", 0, "Least weight of an edge, without its sign."),
  plain("minStatements", "integer", 0, "Least number of distinct statements behind an edge."),
  plain("minSources", "integer", 0, "Least number of distinct works behind an edge."),
  word("slices", SLICES, "NONE", "Cuts time into slices, each with its own network."),
  plain("windowLength", "integer", 90, "Days of a moving window (slices WINDOW)."),
  plain("windowStep", "integer", 30, "Days from one moving window to the next (slices WINDOW)."),
  list(
    "meetingKinds",
    "words",
    MEETING_KINDS,
    ["ROUND"],
    "Kinds of meeting that part the time (slices MEETINGS).",
  ),
  word("kernel", KERNELS, "NONE", "Weighs statements by how near they are to the centre of their window."),
  list("measures", "words", MEASURES, [], "What to measure of nodes, edges and the whole network."),
  plain("seed", "integer", 1, "Where chance starts in communities, camps and sampled betweenness."),
  plain(
    "backbone",
    "number",
    null,
    "Keeps to the backbone: edges whose disparity is below this level, such as 0.05.",
  ),
];

function word(
  name: OptionDefinition["name"],
  values: readonly string[],
  standard: string,
  description: string,
): OptionDefinition {
  return { name, type: "word", values, default: standard, description };
}

function list(
  name: OptionDefinition["name"],
  type: "words" | "ids",
  values: readonly string[] | null,
  standard: readonly string[],
  description: string,
): OptionDefinition {
  return { name, type, values, default: standard, description };
}

function flag(name: OptionDefinition["name"], description: string): OptionDefinition {
  return { name, type: "boolean", values: null, default: false, description };
}

function plain(
  name: OptionDefinition["name"],
  type: OptionType,
  standard: number | null,
  description: string,
): OptionDefinition {
  return { name, type, values: null, default: standard, description };
}
