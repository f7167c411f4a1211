import { ACT_NAMES } from "./acts.ts";
import { LINK_RELATIONS } from "./relations.ts";
import {
  ACTOR_BASES,
  ACTOR_KINDS,
  BOUNDS,
  CASE_ROLES,
  CHANNELS,
  COVERAGES,
  DATE_BASES,
  MEETING_KINDS,
  type NodeKind,
  OUTCOME_KINDS,
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  PROVISION_CHANGES,
  PROVISION_ROLES,
  REPRESENTATION_BASES,
  REPRESENTATION_RELATIONS,
  STATUSES,
} from "./vocabulary.ts";

/**
 * What a cell holds.
 *
 * `slug`: the row's own name. `reference`, `references`: slugs of other rows, of the kinds in `refersTo` (empty: any).
 * `list`: texts separated by `|`, where `\|` is a literal bar and `\\` a literal backslash. `edtf`: a date as written. `day-time`: ISO 8601 in UTC.
 */
export type CellType =
  | "slug"
  | "text"
  | "list"
  | "integer"
  | "number"
  | "boolean"
  | "enum"
  | "edtf"
  | "day-time"
  | "reference"
  | "references";

export interface ColumnDefinition {
  readonly name: string;
  readonly type: CellType;
  readonly required?: true;
  readonly values?: readonly string[];
  readonly refersTo?: readonly NodeKind[];
  readonly description: string;
}

export interface TableDefinition {
  readonly file: string;
  /** The kind of node that a row makes; null where rows make relations only. */
  readonly node: NodeKind | "Case" | null;
  /** Whether a case must have the file. */
  readonly required: boolean;
  readonly description: string;
  readonly columns: readonly ColumnDefinition[];
}

const slug = {
  name: "slug",
  type: "slug",
  required: true,
  description: "The row's name, unique in its case over all tables.",
} as const;
const note = { name: "note", type: "text", description: "What a coder adds for the reader." } as const;

/** The columns that end every table that states facts. */
const EVIDENCE = [
  {
    name: "quote",
    type: "text",
    description: "The shortest span of the document that carries the row, as printed; ` … ` joins two spans.",
  },
  { name: "locator", type: "text", description: "Where in the document the quote stands." },
  {
    name: "found_in",
    type: "references",
    refersTo: ["Source"],
    description: "The documents that the coder read.",
  },
  { name: "cites", type: "references", refersTo: ["Source"], description: "What that very sentence cites." },
  {
    name: "cites_paragraph",
    type: "references",
    refersTo: ["Source"],
    description: "What the rest of its paragraph cites.",
  },
  {
    name: "cites_one_of",
    type: "references",
    refersTo: ["Source"],
    description: "Candidates for one ambiguous citation.",
  },
  note,
] as const;

const TIMED = ["Meeting", "Proposal", "Event", "Statement"] as const;

const DATED = [
  { name: "date", type: "edtf", description: "EDTF level 1, as the document warrants." },
  { name: "date_basis", type: "enum", values: DATE_BASES, description: "How the date is known." },
  { name: "after", type: "references", refersTo: TIMED, description: "What it came after." },
  { name: "before", type: "references", refersTo: TIMED, description: "What it came before." },
] as const;

const TARGETS = ["Demand", "Proposal", "Meeting", "Event", "Claim", "Actor"] as const;

/** The files of a case and their columns: the one description from which reader, writer, checks and Table Schema follow. */
export const TABLES = {
  case: {
    file: "case.csv",
    node: "Case",
    required: true,
    description: "The negotiation or debate that everything else belongs to; one row.",
    columns: [
      slug,
      { name: "title", type: "text", required: true, description: "What the case is called." },
      { name: "description", type: "text", description: "What it is about, in a few sentences." },
      { name: "from", type: "edtf", description: "When it begins." },
      { name: "to", type: "edtf", description: "When it ends; empty while it goes on." },
      { name: "licence", type: "text", required: true, description: "Licence of the coded tables." },
      {
        name: "compiled_from",
        type: "references",
        refersTo: ["Source"],
        description: "The documents that were read.",
      },
      note,
    ],
  },
  actors: {
    file: "actors.csv",
    node: "Actor",
    required: true,
    description: "States, persons, organisations, coalitions and unnamed groups.",
    columns: [
      slug,
      { name: "name", type: "text", required: true, description: "The name by which it is shown." },
      {
        name: "kind",
        type: "enum",
        values: ACTOR_KINDS,
        required: true,
        description: "What sort of actor it is.",
      },
      { name: "size", type: "integer", description: "How many members, where the source gives a number." },
      {
        name: "aliases",
        type: "list",
        description: "Every other name that the sources give it, in every script.",
      },
      { name: "case_role", type: "enum", values: CASE_ROLES, description: "What it is to the negotiation." },
      { name: "iso3", type: "text", description: "ISO 3166-1 alpha-3 code of a state." },
      { name: "wikidata", type: "text", description: "Wikidata item, such as Q212." },
      ...EVIDENCE,
    ],
  },
  representations: {
    file: "representations.csv",
    node: null,
    required: false,
    description: "Who stands for whom, and who is a member of what.",
    columns: [
      {
        name: "actor",
        type: "reference",
        refersTo: ["Actor"],
        required: true,
        description: "Who represents or belongs.",
      },
      {
        name: "relation",
        type: "enum",
        values: REPRESENTATION_RELATIONS,
        required: true,
        description: "Stands for, or is a member of.",
      },
      {
        name: "of",
        type: "reference",
        refersTo: ["Actor"],
        required: true,
        description: "Whom, or of what.",
      },
      { name: "role", type: "text", description: "The office, as printed." },
      { name: "from", type: "edtf", description: "Since when; empty where not stated." },
      { name: "to", type: "edtf", description: "Until when; empty where not stated." },
      {
        name: "meeting",
        type: "reference",
        refersTo: ["Meeting"],
        description: "The one meeting that it holds for.",
      },
      {
        name: "basis",
        type: "enum",
        values: REPRESENTATION_BASES,
        description: "Whether the document says so.",
      },
      ...EVIDENCE,
    ],
  },
  issues: {
    file: "issues.csv",
    node: "Issue",
    required: false,
    description: "What is negotiated.",
    columns: [
      slug,
      { name: "name", type: "text", required: true, description: "What the issue is called." },
      {
        name: "unit",
        type: "text",
        description: "Unit of the values of its demands; empty where it is not measured.",
      },
      { name: "part_of", type: "reference", refersTo: ["Issue"], description: "The wider issue." },
      ...EVIDENCE,
    ],
  },
  demands: {
    file: "demands.csv",
    node: "Demand",
    required: false,
    description: "Single things asked for or offered, each about one issue.",
    columns: [
      slug,
      { name: "text", type: "text", required: true, description: "What is asked for, as a noun phrase." },
      { name: "issue", type: "reference", refersTo: ["Issue"], description: "The issue it is about." },
      { name: "value", type: "number", description: "In the issue's unit." },
      { name: "value_max", type: "number", description: "Upper end of a range." },
      { name: "bound", type: "enum", values: BOUNDS, description: "How the value is meant." },
      { name: "value_printed", type: "text", description: "The value as printed." },
      ...EVIDENCE,
    ],
  },
  proposals: {
    file: "proposals.csv",
    node: "Proposal",
    required: false,
    description: "Plans, drafts, offers, initiatives, commitments and agreements.",
    columns: [
      slug,
      { name: "title", type: "text", required: true, description: "What it is called." },
      {
        name: "kind",
        type: "enum",
        values: PROPOSAL_KINDS,
        required: true,
        description: "What sort of proposal.",
      },
      { name: "state", type: "enum", values: PROPOSAL_STATES, description: "How far it came." },
      { name: "points", type: "integer", description: "How many points it is said to have." },
      ...DATED,
      { name: "summary", type: "text", description: "What it comes to, in our words." },
      ...EVIDENCE,
    ],
  },
  provisions: {
    file: "provisions.csv",
    node: null,
    required: false,
    description: "Which demands a proposal contains.",
    columns: [
      {
        name: "proposal",
        type: "reference",
        refersTo: ["Proposal"],
        required: true,
        description: "The proposal.",
      },
      {
        name: "demand",
        type: "reference",
        refersTo: ["Demand"],
        required: true,
        description: "The demand that it contains.",
      },
      { name: "item", type: "text", description: "Number or name of the item." },
      {
        name: "role",
        type: "enum",
        values: PROVISION_ROLES,
        description: "Whether `by` gives it, gets it, or it is a term for all.",
      },
      { name: "by", type: "reference", refersTo: ["Actor"], description: "The party that gives or gets." },
      {
        name: "change",
        type: "enum",
        values: PROVISION_CHANGES,
        description: "What an amendment does to the item.",
      },
      ...EVIDENCE,
    ],
  },
  meetings: {
    file: "meetings.csv",
    node: "Meeting",
    required: false,
    description: "Rounds, summits, calls, visits, forums, and processes that hold several.",
    columns: [
      slug,
      { name: "name", type: "text", required: true, description: "What it is called." },
      {
        name: "kind",
        type: "enum",
        values: MEETING_KINDS,
        required: true,
        description: "What sort of meeting.",
      },
      { name: "round", type: "integer", description: "Its number among the rounds." },
      {
        name: "part_of",
        type: "reference",
        refersTo: ["Meeting"],
        description: "The process that it belongs to.",
      },
      ...DATED,
      { name: "place", type: "text", description: "Where, as printed." },
      {
        name: "held_in",
        type: "reference",
        refersTo: ["Actor"],
        description: "The state that was the mere venue.",
      },
      { name: "outcome", type: "text", description: "What came of it, in a few words." },
      { name: "outcome_kind", type: "enum", values: OUTCOME_KINDS, description: "What sort of outcome." },
      ...EVIDENCE,
    ],
  },
  events: {
    file: "events.csv",
    node: "Event",
    required: false,
    description: "What happened outside the talks and bore on them.",
    columns: [
      slug,
      { name: "name", type: "text", required: true, description: "What happened." },
      ...DATED,
      { name: "place", type: "text", description: "Where, as printed." },
      ...EVIDENCE,
    ],
  },
  claims: {
    file: "claims.csv",
    node: "Claim",
    required: false,
    description: "Assertions that someone makes and someone may dispute.",
    columns: [
      slug,
      { name: "text", type: "text", required: true, description: "What is asserted." },
      { name: "about", type: "references", refersTo: [], description: "What it is about." },
      ...EVIDENCE,
    ],
  },
  sources: {
    file: "sources.csv",
    node: "Source",
    required: true,
    description: "Publications: read, cited, or only listed.",
    columns: [
      slug,
      { name: "publisher", type: "text", description: "Who published it." },
      { name: "author", type: "list", description: "Who wrote it." },
      { name: "title", type: "text", description: "Its title." },
      { name: "date", type: "edtf", description: "When it was published." },
      { name: "url", type: "text", description: "Its address." },
      { name: "language", type: "text", description: "BCP 47 tag of its language." },
      { name: "kind", type: "text", description: "NEWS, BOOK, ARTICLE, OFFICIAL, ANALYSIS, DATASET …" },
      { name: "citation_key", type: "text", description: "How the document cites it." },
      { name: "listed", type: "boolean", description: "Whether it stands in the reference list." },
      {
        name: "coverage",
        type: "enum",
        values: COVERAGES,
        description: "For documents that were read: how completely they are coded.",
      },
      {
        name: "same_work_as",
        type: "references",
        refersTo: ["Source"],
        description: 'Entries for the same work ("Ibid.").',
      },
      note,
    ],
  },
  statements: {
    file: "statements.csv",
    node: "Statement",
    required: true,
    description: "Who did or said what about which of the above, when, where, and according to whom.",
    columns: [
      slug,
      { name: "act", type: "enum", values: ACT_NAMES, required: true, description: "What was done." },
      {
        name: "actors",
        type: "references",
        refersTo: ["Actor"],
        description: "Who did it; several for a joint act.",
      },
      { name: "joint", type: "boolean", description: "Whether several actors acted together." },
      {
        name: "actor_basis",
        type: "enum",
        values: ACTOR_BASES,
        description: "How the actor is known; NOT_STATED for a passive.",
      },
      {
        name: "through",
        type: "references",
        refersTo: ["Actor"],
        description: "The negotiators through whom the actor acted.",
      },
      {
        name: "on_behalf_of",
        type: "references",
        refersTo: ["Actor"],
        description: "For whom the actor acted.",
      },
      {
        name: "target",
        type: "reference",
        refersTo: TARGETS,
        required: true,
        description: "What it is about.",
      },
      { name: "addressed_to", type: "references", refersTo: ["Actor"], description: "Who hears it." },
      {
        name: "against",
        type: "references",
        refersTo: ["Actor"],
        description: "Who is accused or would suffer.",
      },
      {
        name: "made_at",
        type: "reference",
        refersTo: ["Meeting"],
        description: "The meeting where it was made.",
      },
      {
        name: "made_at_one_of",
        type: "references",
        refersTo: ["Meeting"],
        description: "The meetings at one of which it was made.",
      },
      {
        name: "conditional_on",
        type: "references",
        refersTo: ["Demand"],
        description: "What it depends on.",
      },
      {
        name: "in_response_to",
        type: "references",
        refersTo: ["Statement"],
        description: "The statements it answers; those after the first are alternatives.",
      },
      { name: "channel", type: "enum", values: CHANNELS, description: "By what way it was made." },
      { name: "reiterates", type: "boolean", description: "Whether it repeats an earlier act." },
      ...DATED,
      {
        name: "status",
        type: "enum",
        values: STATUSES,
        required: true,
        description: "Whether the act took place.",
      },
      {
        name: "asserted_by",
        type: "references",
        refersTo: ["Actor"],
        description: "Who says that the act took place.",
      },
      { name: "disputed_by", type: "references", refersTo: ["Actor"], description: "Who denies it." },
      {
        name: "recorded_at",
        type: "day-time",
        description: "When it was recorded; set at the first load where empty.",
      },
      {
        name: "retracted_at",
        type: "day-time",
        description: "When it was taken back; empty while it stands.",
      },
      ...EVIDENCE,
    ],
  },
  links: {
    file: "links.csv",
    node: null,
    required: false,
    description: "Structure between things, each with its sources.",
    columns: [
      {
        name: "from",
        type: "reference",
        refersTo: [],
        required: true,
        description: "Where the relation starts.",
      },
      { name: "relation", type: "enum", values: LINK_RELATIONS, required: true, description: "What it is." },
      { name: "to", type: "reference", refersTo: [], required: true, description: "Where it ends." },
      { name: "kind", type: "text", description: "Role of AT, weight of EXPLAINS, kind of LED_TO." },
      {
        name: "asserted_by",
        type: "references",
        refersTo: ["Actor"],
        description: "Who says so, where that is not the document.",
      },
      { name: "status", type: "enum", values: STATUSES, description: "Whether it is so." },
      ...EVIDENCE,
    ],
  },
  findings: {
    file: "findings.csv",
    node: null,
    required: false,
    description: "The same statements found in further documents.",
    columns: [
      {
        name: "statement",
        type: "reference",
        refersTo: ["Statement"],
        required: true,
        description: "The statement.",
      },
      {
        name: "source",
        type: "reference",
        refersTo: ["Source"],
        required: true,
        description: "The other document.",
      },
      { name: "quote", type: "text", description: "Its words." },
      { name: "locator", type: "text", description: "Where they stand." },
    ],
  },
  same_as: {
    file: "same_as.csv",
    node: null,
    required: false,
    description: "Actors that are the same as actors of other cases.",
    columns: [
      {
        name: "actor",
        type: "reference",
        refersTo: ["Actor"],
        required: true,
        description: "The actor of this case.",
      },
      { name: "same_as", type: "text", required: true, description: "Id (`case/slug`) of the other." },
      { name: "asserted_by", type: "text", required: true, description: "Who says so." },
      { name: "why", type: "text", required: true, description: "The reason." },
    ],
  },
  former_ids: {
    file: "former_ids.csv",
    node: null,
    required: false,
    description: "Slugs that were renamed and still answer.",
    columns: [
      { name: "former", type: "text", required: true, description: "The old slug." },
      {
        name: "now",
        type: "reference",
        refersTo: [],
        required: true,
        description: "The slug that it became.",
      },
    ],
  },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;

/** The names of all tables, in the order in which a case is read. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

type CellOf<C extends ColumnDefinition> = C["type"] extends "list" | "references"
  ? readonly string[]
  : C extends { required: true }
    ? ScalarOf<C>
    : ScalarOf<C> | null;

type ScalarOf<C extends ColumnDefinition> = C["type"] extends "integer" | "number"
  ? number
  : C["type"] extends "boolean"
    ? boolean
    : C extends { type: "enum"; values: readonly (infer V)[] }
      ? V
      : string;

type ColumnsOf<T extends TableName> = (typeof TABLES)[T]["columns"][number];

/** A row of a table as the code holds it: camelCase names, null for an empty cell, empty array for an empty list. */
export type RecordOf<T extends TableName> = {
  readonly [C in ColumnsOf<T> as CamelCase<C["name"]>]: CellOf<C>;
};

/** Turns a column's name into the name of its property: `actor_basis` into `actorBasis`. */
export function propertyName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
