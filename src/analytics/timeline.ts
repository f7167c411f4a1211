import type { Database } from "../database/database.ts";
import type { DateBasis, NodeKind } from "../domain/vocabulary.ts";
import { ALL_STATEMENTS, type CaseInput, readFilter, readWord } from "./analysis-filter.ts";
import type { ResultFrame } from "./bargaining-data.ts";
import { fetchCaseActors } from "./case-actors.ts";
import { findEmptyReason } from "./case-context.ts";
import { fetchStatements } from "./fetch-statements.ts";
import { readWhileUnchanged } from "./keep-while-unchanged.ts";
import { isThere, listNear } from "./look-back.ts";
import { orderInTime, type Timed } from "./order-in-time.ts";
import { rankOfAct } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { makeRef, type Ref } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import {
  falls,
  findDateReason,
  LeftOutCount,
  type Selection,
  selectStatements,
} from "./select-statements.ts";
import { fetchCaseSelection } from "./selection.ts";
import {
  type Citation,
  type EvidenceRow,
  type Finding,
  nameStatement,
  readEvidence,
  type StatementRef,
} from "./statement-ref.ts";
import { pickSaidFor } from "./voices.ts";

const TIMELINE_KINDS = ["Statement", "Meeting", "Event", "Proposal"] as const satisfies readonly NodeKind[];

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What `timeline` takes. */
export interface TimelineInput extends CaseInput, PageInput {
  /** Absent: all four. */
  readonly kinds?: readonly TimelineKind[] | null | undefined;
  /** Ids or slugs of actors: only statements of theirs, and what these are about. */
  readonly actors?: readonly string[] | null | undefined;
}

/** Something that has a place in time. */
export interface TimelineEntry extends Ref {
  readonly date: string | null;
  readonly dateBasis: DateBasis | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
  /** Kind of meeting or proposal. */
  readonly subkind: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly cites: readonly Citation[];
  readonly foundIn: readonly Finding[];
  readonly isUncited: boolean;
  /** Where the entry is one. */
  readonly statement: StatementRef | null;
}

/** Statements, meetings, events and proposals in order of time. */
export interface Timeline extends ResultFrame {
  readonly entries: readonly TimelineEntry[];
  readonly pageInfo: PageInfo;
}

interface ThingRow {
  readonly [column: string]: unknown;
  readonly record: Readonly<Partial<Record<string, string>>> & { readonly id: string };
  readonly labels: readonly string[];
  readonly order: readonly (readonly [
    type: string,
    isOut: boolean,
    id: string,
    earliest: string | null,
    latest: string | null,
  ])[];
  readonly evidence: readonly EvidenceRow[];
}

type TimedEntry = TimelineEntry & Timed;

/**
 * Lists statements, meetings, events and proposals in order of time, the undated last.
 *
 * Dates and sources filter all of them; every status is shown unless `statuses` says otherwise.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor; BAD_INPUT.
 */
export async function timeline(database: Database, input: TimelineInput): Promise<Timeline> {
  readPageSize(input.first);
  const kinds = (input.kinds ?? TIMELINE_KINDS).map((kind) => readWord(kind, "kinds", TIMELINE_KINDS, kind));
  const selection = await fetchCaseSelection(database, readFilter(input.case, input, ALL_STATEMENTS));
  const { filter, context } = selection;
  const [actors, asked, statements, things] = await Promise.all([
    fetchCaseActors(database, selection),
    resolveIds(database, filter, input.actors ?? [], ["Actor"]),
    fetchStatements(database, selection),
    readWhileUnchanged<ThingRow>(database, selection, "timeline"),
  ]);
  const leftOut = new LeftOutCount();
  const isWanted = (kind: NodeKind) => kinds.includes(kind as TimelineKind);
  const names = new Set(asked.map(({ id }) => id));
  const said = pickSaidFor(names, statements, { actors, counting: filter });
  const own = selectStatements(said, selection, isWanted("Statement") ? leftOut : new LeftOutCount());
  const near = listNear(own);
  const others = things
    .map(makeEntry)
    .filter(({ kind, id }) => isWanted(kind) && (names.size === 0 || near.has(id)))
    .filter(isThere(statements, selection));
  const entries = [
    ...(isWanted("Statement") ? own.map(toEntry) : []),
    ...selectThings(others, selection, leftOut),
  ];
  const ordered = orderInTime(entries, rankOf).map(withoutOrder);
  const { items, pageInfo } = cutPage(ordered, input, ["timeline", kinds, asked, filter]);
  return {
    entries: items,
    pageInfo,
    filters: filter,
    leftOut: leftOut.list(),
    emptyBecause: findEmptyReason(ordered.length, leftOut.list(), context),
  };
}

function selectThings(
  entries: readonly TimedEntry[],
  selection: Selection,
  leftOut: LeftOutCount,
): TimedEntry[] {
  return entries.filter((entry) => {
    const reason =
      findDateReason(entry, selection.filter) ?? (falls(entry, selection) ? "SOURCE_LEFT_OUT" : null);
    if (reason) leftOut.add(reason);
    return reason === null;
  });
}

function makeEntry({ record, labels, order, evidence }: ThingRow): TimedEntry {
  const others = (out: string, into: string) =>
    order
      .filter(([type, isOut]) => type === (isOut ? out : into))
      .map(([, , id, earliest, latest]) => ({ id, earliest, latest }));
  return {
    ...makeRef(record.id, labels, record.name ?? record.title ?? null),
    date: record.date ?? null,
    dateBasis: (record.dateBasis as DateBasis | undefined) ?? null,
    earliest: record.earliest ?? null,
    latest: record.latest ?? null,
    place: record.place ?? null,
    outcome: record.outcome ?? null,
    outcomeKind: record.outcomeKind ?? null,
    subkind: record.kind ?? null,
    quote: record.quote ?? null,
    locator: record.locator ?? null,
    ...readEvidence(evidence),
    statement: null,
    after: others("AFTER", "BEFORE"),
    before: others("BEFORE", "AFTER"),
  };
}

function toEntry(statement: StatementRef): TimedEntry {
  const { id, slug, date, dateBasis, earliest, latest, quote, locator } = statement;
  const { cites, foundIn, isUncited, before } = statement;
  const answered = statement.inResponseTo.filter(({ isAlternative }) => !isAlternative);
  const after = [...statement.after, ...answered];
  const evidence = { quote, locator, cites, foundIn, isUncited };
  const when = { date, dateBasis, earliest, latest, after, before };
  return {
    id,
    slug,
    name: nameStatement(statement),
    kind: "Statement",
    place: null,
    outcome: null,
    outcomeKind: null,
    subkind: null,
    ...when,
    ...evidence,
    statement,
  };
}

/** On the same days meetings, events and proposals come before what was done there. */
function rankOf({ statement }: TimedEntry): number {
  return statement ? rankOfAct(statement) : -1;
}

function withoutOrder({ after: _after, before: _before, ...entry }: TimedEntry): TimelineEntry {
  return entry;
}
