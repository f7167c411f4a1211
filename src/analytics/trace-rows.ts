import type { Act } from "../domain/acts.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import { type LeftOutSources, type RelationEvidence, relationFalls } from "./select-statements.ts";
import { describeStatement, type EvidenceRow, type MeetingRef, type StatementRow } from "./statement-ref.ts";

/** How something stands to what is traced. */
export const TRACE_RELATIONS = [
  "ITSELF",
  "CONTAINED_IN",
  "CONTAINS",
  "AMENDS",
  "AMENDED_BY",
  "INCORPORATES",
  "INCORPORATED_IN",
  "HAS_PART",
  "PART_OF",
  "RESULTED_IN",
  "PRESENTED_THERE",
  "DISCUSSED_THERE",
  "ON_ISSUE",
  "CONTRADICTS",
  "SUPPORTS",
  "SUPPORTED_BY",
  "STATED",
  "REPRESENTED_BY",
  "THROUGH",
  "ON_BEHALF_OF",
  "ADDRESSED_TO",
  "AGAINST",
  "ASSERTED_BY",
  "DISPUTED_BY",
  "MADE_AT",
  "CONDITIONAL_ON",
  "CITES",
  "FOUND_IN",
  "IN_RESPONSE_TO",
  "ANSWERED",
] as const;

export type TraceRelation = (typeof TRACE_RELATIONS)[number];

/** A meeting where a proposal was presented or discussed, or that ended in it. */
export interface TraceMeeting extends MeetingRef {
  readonly role: "PRESENTED" | "DISCUSSED" | "RESULTED_IN";
}

/** Something that statements of a trace are about. */
export interface TraceAbout extends Ref {
  readonly relation: TraceRelation;
  /** Kind of proposal or meeting. */
  readonly subkind: string | null;
  readonly state: string | null;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
  readonly meetings: readonly TraceMeeting[];
}

/** A relation of structure of what is traced, with its evidence. */
export interface TraceNeighbour {
  /** Such as CONTAINS, HARDENS, PART_OF. */
  readonly relation: string;
  /** OUT: from what is traced to the other; IN: from the other to it. */
  readonly direction: "OUT" | "IN";
  readonly other: Ref;
  /** Number or name of the item, for CONTAINS. */
  readonly item: string | null;
  /** Role of a provision, of a proposal at a meeting, or of a representative. */
  readonly role: string | null;
  /** Id of the party that gives or gets, for CONTAINS. */
  readonly by: string | null;
  readonly change: string | null;
  /** Kind of LED_TO, or weight of EXPLAINS. */
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** How a claim stands, where the other is one. */
  readonly standing: ClaimStanding | null;
  readonly status: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
  /** Ids of the sources that its sentence cites. */
  readonly cites: readonly string[];
  readonly foundIn: readonly string[];
}

type NeighbourRow = readonly [
  type: string,
  isOut: boolean,
  id: string,
  labels: readonly string[],
  name: string | null,
  properties: Readonly<Record<string, unknown>>,
  standing: ClaimStanding | null,
  act: Act | null,
  actors: readonly string[] | null,
  target: string | null,
];

interface AboutRow {
  readonly ways: readonly (readonly [relation: TraceRelation, links: readonly RelationEvidence[]])[];
  readonly id: string;
  readonly labels: readonly string[];
  readonly name: string | null;
  readonly kind: string | null;
  readonly state: string | null;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
  readonly meetings: readonly (readonly [
    type: string,
    role: string | null,
    id: string,
    name: string,
    date: string | null,
    place: string | null,
    outcome: string | null,
    outcomeKind: string | null,
    evidence: RelationEvidence,
  ])[];
}

/** The row of `cypher/analytics/trace.cypher`. */
export interface TraceRow {
  readonly [column: string]: unknown;
  readonly root: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly labels: readonly string[];
  readonly evidence: readonly EvidenceRow[];
  readonly neighbours: readonly NeighbourRow[];
  readonly abouts: readonly AboutRow[];
  readonly statements: readonly StatementRow[];
}

/**
 * Reads what the statements are about: the root first, then by relation and id.
 *
 * What is reached only by relations that fall with the sources left out is not there.
 */
export function readTraceAbouts(rows: readonly AboutRow[], selection: LeftOutSources): TraceAbout[] {
  const rank = (about: TraceAbout) => TRACE_RELATIONS.indexOf(about.relation);
  return rows
    .flatMap((row) => readTraceAbout(row, selection))
    .sort((left, right) => rank(left) - rank(right) || compareTexts(left.id, right.id));
}

function readTraceAbout(row: AboutRow, selection: LeftOutSources): TraceAbout[] {
  const way = row.ways.find(([, links]) => !links.some((link) => relationFalls(link, selection)));
  if (!way) return [];
  const { id, labels, name, kind, state, date, earliest, latest, place, outcome, outcomeKind } = row;
  const meetings = row.meetings
    .filter((meeting) => !relationFalls(meeting[8], selection))
    .map(readTraceMeeting)
    .sort((left, right) => compareTexts(left.id, right.id));
  return [
    {
      ...makeRef(id, labels, name),
      relation: way[0],
      subkind: kind,
      state,
      date,
      earliest,
      latest,
      place,
      outcome,
      outcomeKind,
      meetings,
    },
  ];
}

function readTraceMeeting(row: AboutRow["meetings"][number]): TraceMeeting {
  const [type, role, id, name, date, place, outcome, outcomeKind] = row;
  const meeting = makeRef(id, ["Meeting"], name);
  const how = type === "RESULTED_IN" ? type : role === "PRESENTED" ? role : "DISCUSSED";
  return { ...meeting, date, place, outcome, outcomeKind, role: how };
}

/** Reads the structure around the root that does not fall, by relation, direction and id of the other. */
export function readNeighbours(rows: readonly NeighbourRow[], selection: LeftOutSources): TraceNeighbour[] {
  return rows
    .filter((row) => !relationFalls({ ...NO_EVIDENCE, ...row[5] }, selection))
    .map(readNeighbour)
    .sort(
      (left, right) =>
        compareTexts(left.relation, right.relation) ||
        compareTexts(right.direction, left.direction) ||
        compareTexts(left.other.id, right.other.id) ||
        compareTexts(left.from ?? "", right.from ?? "") ||
        compareTexts(left.item ?? "", right.item ?? ""),
    );
}

const NO_EVIDENCE: RelationEvidence = { cites: null, citesParagraph: null, citesOneOf: null, foundIn: null };

function readNeighbour(row: NeighbourRow): TraceNeighbour {
  const [type, isOut, id, labels, name, properties, standing, act, actors, target] = row;
  const text = (key: string) => (properties[key] as string | undefined) ?? null;
  const list = (key: string) => (properties[key] as readonly string[] | undefined) ?? [];
  return {
    relation: type,
    direction: isOut ? "OUT" : "IN",
    other: makeRef(id, labels, act ? describeStatement(act, actors ?? [], target) : name),
    item: text("item"),
    role: text("role"),
    by: text("by"),
    change: text("change"),
    kind: text("kind") ?? text("weight"),
    from: text("from"),
    to: text("to"),
    standing,
    status: text("status"),
    quote: text("quote"),
    locator: text("locator"),
    cites: list("cites"),
    foundIn: list("foundIn"),
  };
}
