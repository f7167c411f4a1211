/** The closed sets of the data model, each written once; types, checks, schema enums and docs follow from them. */

export const ACTOR_KINDS = ["STATE", "PERSON", "ORGANIZATION", "COALITION", "GROUP"] as const;
export const CASE_ROLES = ["PARTY", "THIRD_PARTY", "VENUE", "MENTIONED"] as const;
export const BOUNDS = ["EXACT", "AT_LEAST", "AT_MOST", "RANGE"] as const;
export const PROPOSAL_KINDS = ["PLAN", "DRAFT", "OFFER", "INITIATIVE", "COMMITMENT", "AGREEMENT"] as const;
export const PROPOSAL_STATES = ["ANNOUNCED", "PRESENTED", "DISCUSSED", "AGREED"] as const;
export const PROVISION_ROLES = ["GIVES", "GETS", "TERM"] as const;
export const PROVISION_CHANGES = ["ADDED", "REMOVED", "REPLACED"] as const;
export const MEETING_KINDS = [
  "ROUND",
  "SUMMIT",
  "MINISTERIAL",
  "TALKS",
  "CALL",
  "VISIT",
  "FORUM",
  "PROCESS",
] as const;
export const OUTCOME_KINDS = ["AGREED", "PARTIAL", "NONE", "NOT_STATED"] as const;
export const DATE_BASES = [
  "STATED",
  "YEAR_FROM_CONTEXT",
  "DERIVED",
  "INFERRED_FROM_ORDER",
  "NOT_GIVEN",
] as const;
export const STATUSES = ["REPORTED", "CLAIMED", "DISPUTED", "OPINION"] as const;
export const ACTOR_BASES = ["NAMED", "IMPLIED", "NOT_STATED"] as const;
export const CHANNELS = ["TALKS", "CALL", "BACK_CHANNEL", "DECREE", "MEDIA", "VISIT"] as const;
export const REPRESENTATION_BASES = ["STATED", "IMPLIED"] as const;
export const REPRESENTATION_RELATIONS = ["REPRESENTS", "MEMBER_OF"] as const;
export const COVERAGES = ["COMPLETE", "PARTIAL"] as const;
export const CLAIM_STANDINGS = [
  "STATED_AS_FACT",
  "ATTRIBUTED_ONLY",
  "CONTESTED",
  "DENIED_BY_SOURCE",
] as const;
export const CITATION_SCOPES = ["SENTENCE", "PARAGRAPH"] as const;
export const ROLL_UPS = ["NONE", "ORGANIZATION", "STATE"] as const;

/** The kinds of node that a slug can name. */
export const NODE_KINDS = [
  "Actor",
  "Issue",
  "Demand",
  "Proposal",
  "Meeting",
  "Event",
  "Claim",
  "Source",
  "Statement",
] as const;

/** What a statement can be about. */
export const TARGET_KINDS = ["Demand", "Proposal", "Meeting", "Event", "Claim", "Actor"] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];
export type CaseRole = (typeof CASE_ROLES)[number];
export type Bound = (typeof BOUNDS)[number];
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export type MeetingKind = (typeof MEETING_KINDS)[number];
export type DateBasis = (typeof DATE_BASES)[number];
export type Status = (typeof STATUSES)[number];
export type ActorBasis = (typeof ACTOR_BASES)[number];
export type Channel = (typeof CHANNELS)[number];
export type ClaimStanding = (typeof CLAIM_STANDINGS)[number];
export type CitationScope = (typeof CITATION_SCOPES)[number];
export type RollUp = (typeof ROLL_UPS)[number];
export type NodeKind = (typeof NODE_KINDS)[number];
export type TargetKind = (typeof TARGET_KINDS)[number];
