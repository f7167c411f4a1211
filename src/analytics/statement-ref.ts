import type { Act, Polarity } from "../domain/acts.ts";
import { findAct } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { parseId } from "../domain/ids.ts";
import type {
  ActorBasis,
  Channel,
  CitationScope,
  DateBasis,
  Status,
  TargetKind,
} from "../domain/vocabulary.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";

/** A publication as results name it. */
export interface SourceRef {
  readonly id: string;
  readonly slug: string;
  readonly publisher: string | null;
  readonly title: string | null;
  /** As written. */
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly citationKey: string | null;
  /** Whether it stands in the reference list of the document; null where not said. */
  readonly listed: boolean | null;
}

/** A publication that the document cites for something. */
export interface Citation {
  readonly source: SourceRef;
  /** SENTENCE: that very sentence cites it; PARAGRAPH: the rest of its paragraph does. */
  readonly scope: CitationScope;
  /** One of several candidates for the same citation. */
  readonly isOneOf: boolean;
}

/** A document in which something stands. */
export interface Finding {
  readonly source: SourceRef;
  /** Its words, where they differ from the statement's own quote; else null. */
  readonly quote: string | null;
  readonly locator: string | null;
}

/** A meeting where a statement was made, with what came of it. */
export interface MeetingRef extends Ref {
  readonly date: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
}

/** What something came after or before, with its days. */
export interface DatedRef extends Ref {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Another statement, in few words. */
export interface AnsweredStatement extends Ref {
  readonly act: Act;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Not the first candidate for an ambiguous antecedent. */
  readonly isAlternative: boolean;
}

/** A statement with all that stands around it: what every answer can be opened down to. */
export interface StatementRef {
  readonly id: string;
  readonly slug: string;
  readonly act: Act;
  readonly polarity: Polarity;
  readonly status: Status;
  readonly actors: readonly Ref[];
  readonly actorBasis: ActorBasis | null;
  readonly isJoint: boolean;
  readonly through: readonly Ref[];
  readonly onBehalfOf: readonly Ref[];
  readonly target: Ref;
  readonly addressedTo: readonly Ref[];
  readonly against: readonly Ref[];
  readonly madeAt: MeetingRef | null;
  /** At one of these it was made. */
  readonly madeAtOneOf: readonly MeetingRef[];
  readonly conditionalOn: readonly Ref[];
  readonly inResponseTo: readonly AnsweredStatement[];
  readonly channel: Channel | null;
  readonly reiterates: boolean;
  /** As written; null where there is none. */
  readonly date: string | null;
  readonly dateBasis: DateBasis | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly after: readonly DatedRef[];
  readonly before: readonly DatedRef[];
  readonly assertedBy: readonly Ref[];
  readonly disputedBy: readonly Ref[];
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly cites: readonly Citation[];
  readonly foundIn: readonly Finding[];
  /** Whether its own sentence cites nothing. */
  readonly isUncited: boolean;
  readonly recordedAt: string | null;
  readonly retractedAt: string | null;
}

/** A relation of a statement to another thing, as `LINKS` in `cypher/analytics` gives it. */
type LinkRow = readonly [
  type: string,
  isOut: boolean,
  id: string,
  labels: readonly string[],
  name: string | null,
  earliest: string | null,
  latest: string | null,
];

type MeetingRow = readonly [
  id: string,
  name: string,
  oneOf: boolean | null,
  date: string | null,
  place: string | null,
  outcome: string | null,
  outcomeKind: string | null,
];

export type EvidenceRow = readonly [
  type: "CITES" | "FOUND_IN",
  scope: CitationScope | null,
  oneOf: boolean | null,
  quote: string | null,
  locator: string | null,
  id: string,
  publisher: string | null,
  title: string | null,
  date: string | null,
  url: string | null,
  language: string | null,
  citationKey: string | null,
  listed: boolean | null,
];

type AnswerRow = readonly [
  type: string,
  isOut: boolean,
  id: string,
  act: Act,
  date: string | null,
  actors: readonly string[],
  target: string | null,
  alternative: boolean | null,
  earliest: string | null,
  latest: string | null,
];

interface StatementProperties {
  readonly id: string;
  readonly act: Act;
  readonly status: Status;
  readonly actorBasis?: ActorBasis;
  readonly joint?: boolean;
  readonly channel?: Channel;
  readonly reiterates?: boolean;
  readonly date?: string;
  readonly dateBasis?: DateBasis;
  readonly earliest?: string;
  readonly latest?: string;
  readonly quote?: string;
  readonly locator?: string;
  readonly note?: string;
  readonly recordedAt?: string;
  readonly retractedAt?: string;
}

/** A row of the queries that fetch whole statements; all of them give these columns. */
export interface StatementRow {
  readonly [column: string]: unknown;
  readonly statement: StatementProperties;
  readonly links: readonly LinkRow[];
  readonly meetings: readonly MeetingRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly answers: readonly AnswerRow[];
}

/** Turns a row of a query into the statement that results show. */
export function makeStatementRef({ statement: own, ...around }: StatementRow): StatementRef {
  return {
    id: own.id,
    slug: parseId(own.id).slug,
    act: own.act,
    polarity: findAct(own.act).polarity,
    status: own.status,
    actorBasis: own.actorBasis ?? null,
    isJoint: own.joint ?? false,
    ...readLinks(own.id, around.links),
    ...readMeetings(around.meetings),
    inResponseTo: readAnswers(around.answers),
    channel: own.channel ?? null,
    reiterates: own.reiterates ?? false,
    date: own.date ?? null,
    dateBasis: own.dateBasis ?? null,
    earliest: own.earliest ?? null,
    latest: own.latest ?? null,
    ...readOrder(around),
    quote: own.quote ?? null,
    locator: own.locator ?? null,
    note: own.note ?? null,
    ...readEvidence(around.evidence),
    recordedAt: own.recordedAt ?? null,
    retractedAt: own.retractedAt ?? null,
  };
}

/** Gives a statement as the computations take it. */
export function toCodedStatement(statement: StatementRef): CodedStatement {
  const ids = (refs: readonly Ref[]) => refs.map((ref) => ref.id);
  const cited = (keep: (citation: Citation) => boolean) =>
    statement.cites.filter(keep).map((citation) => citation.source.id);
  return {
    id: statement.id,
    act: statement.act,
    status: statement.status,
    actors: ids(statement.actors),
    onBehalfOf: ids(statement.onBehalfOf),
    target: statement.target.id,
    targetKind: statement.target.kind as TargetKind,
    date: statement.date,
    earliest: statement.earliest,
    latest: statement.latest,
    madeAt: statement.madeAt?.id ?? null,
    foundIn: statement.foundIn.map((finding) => finding.source.id),
    cites: cited((citation) => citation.scope === "SENTENCE" && !citation.isOneOf),
    citesParagraph: cited((citation) => citation.scope === "PARAGRAPH"),
    citesOneOf: cited((citation) => citation.scope === "SENTENCE" && citation.isOneOf),
    recordedAt: statement.recordedAt,
    retractedAt: statement.retractedAt,
  };
}

/** Reads the evidence columns of a node: what is cited for it, and where it was found. */
export function readEvidence(rows: readonly EvidenceRow[]): {
  cites: Citation[];
  foundIn: Finding[];
  isUncited: boolean;
} {
  const sorted = [...rows].sort((left, right) => compareTexts(left[5], right[5]));
  const cites = sorted
    .filter((row) => row[0] === "CITES")
    .map((row) => ({ source: readSource(row), scope: row[1] ?? "SENTENCE", isOneOf: row[2] === true }))
    .sort((left, right) => scopeRank(left) - scopeRank(right));
  const foundIn = sorted
    .filter((row) => row[0] === "FOUND_IN")
    .map((row) => ({ source: readSource(row), quote: row[3], locator: row[4] }));
  return { cites, foundIn, isUncited: !cites.some((citation) => citation.scope === "SENTENCE") };
}

function scopeRank(citation: Citation): number {
  return (citation.scope === "SENTENCE" ? 0 : 2) + (citation.isOneOf ? 1 : 0);
}

function readSource(row: EvidenceRow): SourceRef {
  const [, , , , , id, publisher, title, date, url, language, citationKey, listed] = row;
  return { id, slug: parseId(id).slug, publisher, title, date, url, language, citationKey, listed };
}

function readLinks(id: string, links: readonly LinkRow[]) {
  const refs = (type: string) =>
    sortRefs(links.filter((link) => link[0] === type).map((link) => makeRef(link[2], link[3], link[4])));
  const [target] = refs("ON");
  if (!target) throw new Error(`statement ${id} has no target`);
  return {
    actors: refs("STATED"),
    through: refs("THROUGH"),
    onBehalfOf: refs("ON_BEHALF_OF"),
    target,
    addressedTo: refs("ADDRESSED_TO"),
    against: refs("AGAINST"),
    conditionalOn: refs("CONDITIONAL_ON"),
    assertedBy: refs("ASSERTED_BY"),
    disputedBy: refs("DISPUTED_BY"),
  };
}

/** Reads what came before and after, whichever of the two rows says so. */
function readOrder({ links, answers }: Pick<StatementRow, "links" | "answers">) {
  const pick = (out: string, into: string): DatedRef[] => {
    const fits = ([type, isOut]: readonly [string, boolean, ...unknown[]]) => type === (isOut ? out : into);
    const things = links
      .filter(fits)
      .map((row) => ({ ...makeRef(row[2], row[3], row[4]), earliest: row[5], latest: row[6] }));
    const statements = answers
      .filter(fits)
      .map((row) => ({ ...answerRef(row), earliest: row[8], latest: row[9] }));
    return sortRefs([...things, ...statements]);
  };
  return { after: pick("AFTER", "BEFORE"), before: pick("BEFORE", "AFTER") };
}

function sortRefs<T extends Ref>(refs: readonly T[]): T[] {
  return [...refs].sort((left, right) => compareTexts(left.id, right.id));
}

function readMeetings(rows: readonly MeetingRow[]): Pick<StatementRef, "madeAt" | "madeAtOneOf"> {
  const toRef = ([id, name, , date, place, outcome, outcomeKind]: MeetingRow): MeetingRef => ({
    ...makeRef(id, ["Meeting"], name),
    date,
    place,
    outcome,
    outcomeKind,
  });
  const certain = rows.find((row) => row[2] !== true);
  const candidates = rows.filter((row) => row[2] === true).map(toRef);
  return { madeAt: certain ? toRef(certain) : null, madeAtOneOf: sortRefs(candidates) };
}

function readAnswers(rows: readonly AnswerRow[]): AnsweredStatement[] {
  return rows
    .filter(([type, isOut]) => type === "IN_RESPONSE_TO" && isOut)
    .map((row) => ({
      ...answerRef(row),
      act: row[3],
      date: row[4],
      earliest: row[8],
      latest: row[9],
      isAlternative: row[7] === true,
    }))
    .sort((left, right) => Number(left.isAlternative) - Number(right.isAlternative));
}

function answerRef(row: AnswerRow): Ref {
  return makeRef(row[2], ["Statement"], describeStatement(row[3], row[5], row[6]));
}

/** Names a statement in a few words: `Southland rejected “Eastmark Plan”`. */
export function describeStatement(act: Act, actors: readonly string[], target: string | null): string {
  const who = actors.length === 0 ? "somebody not named" : [...actors].sort(compareTexts).join(", ");
  return `${who} ${act.toLowerCase().replaceAll("_", " ")} “${target ?? "?"}”`;
}

/** Names a statement that is at hand in the same words. */
export function nameStatement({ act, actors, target }: StatementRef): string {
  return describeStatement(
    act,
    actors.map(({ name }) => name),
    target.name,
  );
}
