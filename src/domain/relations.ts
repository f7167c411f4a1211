import type { NodeKind } from "./vocabulary.ts";

export interface LinkDefinition {
  readonly name: string;
  /** Kinds that it may start from and end at; a link fits when one pair fits. */
  readonly pairs: readonly (readonly [NodeKind, NodeKind])[];
  /** The property that the column `kind` becomes, and its values; null where the column stays empty. */
  readonly kind: {
    readonly property: string;
    readonly values: readonly string[];
    readonly required: boolean;
  } | null;
  readonly description: string;
}

const TIMED = ["Meeting", "Proposal", "Event", "Statement"] as const;

function cross(
  left: readonly NodeKind[],
  right: readonly NodeKind[],
): readonly (readonly [NodeKind, NodeKind])[] {
  return left.flatMap((from) => right.map((to) => [from, to] as const));
}

/** The relations that `links.csv` may state, with what they join. */
export const LINKS = [
  {
    name: "AMENDS",
    pairs: [["Proposal", "Proposal"]],
    kind: null,
    description: "The new version of a proposal, to the old.",
  },
  {
    name: "INCORPORATES",
    pairs: [["Proposal", "Proposal"]],
    kind: null,
    description: "A proposal takes another one up.",
  },
  {
    name: "RESPONDS_TO",
    pairs: [["Proposal", "Proposal"]],
    kind: null,
    description: "A proposal answers another one.",
  },
  {
    name: "AT",
    pairs: [["Proposal", "Meeting"]],
    kind: { property: "role", values: ["PRESENTED", "DISCUSSED"], required: true },
    description: "A proposal was presented or discussed at a meeting.",
  },
  {
    name: "RESULTED_IN",
    pairs: [["Meeting", "Proposal"]],
    kind: null,
    description: "A meeting ended in an agreement.",
  },
  {
    name: "CONTRADICTS",
    pairs: [
      ["Demand", "Demand"],
      ["Claim", "Claim"],
    ],
    kind: null,
    description: "The two cannot both hold.",
  },
  {
    name: "HARDENS",
    pairs: [["Demand", "Demand"]],
    kind: null,
    description: "A new demand asks more than the old.",
  },
  {
    name: "SOFTENS",
    pairs: [["Demand", "Demand"]],
    kind: null,
    description: "A new demand asks less than the old.",
  },
  {
    name: "SUPPORTS",
    pairs: [["Claim", "Claim"]],
    kind: null,
    description: "A claim is a reason for another.",
  },
  {
    name: "EXPLAINS",
    pairs: cross(["Claim", "Event", "Proposal"], ["Meeting", "Proposal"]),
    kind: { property: "weight", values: ["KEY", "CONTRIBUTING"], required: true },
    description: "A reason why a meeting or proposal ended as it did.",
  },
  {
    name: "LED_TO",
    pairs: cross(["Event", "Statement"], TIMED),
    kind: { property: "kind", values: ["FOLLOWED", "RESPONSE", "CAUSED", "OVERSHADOWED"], required: true },
    description: "What came of an event or statement.",
  },
  { name: "AFTER", pairs: cross(TIMED, TIMED), kind: null, description: "The first came after the second." },
  {
    name: "BEFORE",
    pairs: cross(TIMED, TIMED),
    kind: null,
    description: "The first came before the second.",
  },
] as const satisfies readonly LinkDefinition[];

export const LINK_RELATIONS = LINKS.map((link) => link.name) as readonly LinkRelation[];

export type LinkRelation = (typeof LINKS)[number]["name"];
