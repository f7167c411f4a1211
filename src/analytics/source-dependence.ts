import type { Database } from "../database/database.ts";
import { ALL_STATEMENTS, type CaseInput, readFilter } from "./analysis-filter.ts";
import type { ResultFrame } from "./bargaining-data.ts";
import { findEmptyReason } from "./case-context.ts";
import { type Dependence, distinctWorks, type Finding, fallsWithout, makeDependence } from "./dependence.ts";
import { fetchStatements } from "./fetch-statements.ts";
import { readWhileUnchanged } from "./keep-while-unchanged.ts";
import { isThere } from "./look-back.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, makeRef } from "./refs.ts";
import { LeftOutCount, type Selection, selectStatements } from "./select-statements.ts";
import { fetchCaseSelection } from "./selection.ts";
import { groupBy } from "./standpoints.ts";
import { type SourceRef, type StatementRef, toCodedStatement } from "./statement-ref.ts";
import { groupWorks, publisherOf, type SourceRow, toSourceRef, type WorkRef } from "./works.ts";

/** What `sourceDependence` takes. */
export interface SourceDependenceInput extends CaseInput, PageInput {}

/** A work, with what would fall without it. */
export interface WorkDependence {
  readonly work: WorkRef;
  /** How many findings it is cited for, as one of several or alone. */
  readonly supportCount: number;
  /** Ids of what falls away without it, as `findings` names them. */
  readonly fallsWithout: readonly string[];
}

/** How much rests on works that share something. */
export interface SourceTally {
  /** The publisher, the language tag, or the kind; null where the case does not say. */
  readonly name: string | null;
  readonly workCount: number;
  /** Findings for which at least one of the works is cited. */
  readonly supportCount: number;
  /** Those for which nothing else is cited. */
  readonly soleCount: number;
}

/** What rests on which source. */
export interface SourceDependence extends ResultFrame {
  /** Statements in order of time, then meetings, events and proposals, then relations, by id. */
  readonly findings: readonly Dependence[];
  readonly pageInfo: PageInfo;
  /** Works that are cited or were read, by id. */
  readonly works: readonly WorkDependence[];
  readonly byPublisher: readonly SourceTally[];
  readonly byLanguage: readonly SourceTally[];
  readonly byKind: readonly SourceTally[];
  /** Cited for something, but missing in the reference list. */
  readonly citedNotListed: readonly SourceRef[];
  /** In the reference list, but cited for nothing. */
  readonly listedNotCited: readonly SourceRef[];
  /** Ids of findings for which a work is cited that is dated wholly before them. */
  readonly olderThanSupported: readonly string[];
  readonly uncitedCount: number;
  readonly onePublisherCount: number;
  readonly findingCount: number;
}

interface EvidenceLists {
  readonly cites: readonly string[];
  readonly citesParagraph: readonly string[];
  readonly citesOneOf: readonly string[];
  readonly foundIn: readonly string[];
}

interface RecordRow extends EvidenceLists {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly labels: readonly string[];
  readonly name: string | null;
  readonly earliest: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
}

interface RelationRow extends EvidenceLists {
  readonly [column: string]: unknown;
  readonly type: string;
  readonly from: readonly [string, readonly string[], string | null];
  readonly to: readonly [string, readonly string[], string | null];
  readonly quote: string | null;
  readonly locator: string | null;
  /** What tells two such relations between the same things apart: item, first day, meeting. */
  readonly item: string | null;
  readonly since: string | null;
  readonly meeting: string | null;
}

/**
 * Tells of every statement, meeting, event, proposal and relation with evidence of its own on which works and publishers it
 * rests, and what would fall without each work.
 *
 * Every status is shown unless `statuses` says otherwise.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown source; BAD_INPUT.
 * @see docs/methods.md#source-dependence
 */
export async function sourceDependence(
  database: Database,
  input: SourceDependenceInput,
): Promise<SourceDependence> {
  readPageSize(input.first);
  const selection = await fetchCaseSelection(database, readFilter(input.case, input, ALL_STATEMENTS));
  const [sources, records, relations, statements] = await Promise.all([
    readWhileUnchanged<SourceRow>(database, selection, "source-dependence"),
    readWhileUnchanged<RecordRow>(database, selection, "evidenced-records"),
    readWhileUnchanged<RelationRow>(database, selection, "source-dependence-relations"),
    fetchStatements(database, selection),
  ]);
  const leftOut = new LeftOutCount();
  const works = groupWorks(sources);
  const selected = orderStatements(selectStatements(statements, selection, leftOut));
  const findings = [
    ...selected.map((statement) => dependenceOf(statement, works, selection)),
    ...selectStructure(records.filter(isThere(statements, selection)), describeRecord, {
      works,
      selection,
      leftOut,
    }),
    ...selectStructure(relations, describeRelation, { works, selection, leftOut }),
  ];
  const { items, pageInfo } = cutPage(findings, input, ["sourceDependence", selection.filter]);
  return {
    findings: items,
    pageInfo,
    ...reportOn(findings, sources, works, relations),
    filters: selection.filter,
    leftOut: leftOut.list(),
    emptyBecause: findEmptyReason(findings.length, leftOut.list(), selection.context),
  };
}

function dependenceOf(
  statement: StatementRef,
  works: ReadonlyMap<string, WorkRef>,
  { filter: { citationScope } }: Selection,
): Dependence {
  const what = { id: statement.id, statement, record: null, relation: null };
  return makeDependence(what, toCodedStatement(statement), { works, citationScope });
}

function selectStructure<R extends EvidenceLists>(
  rows: readonly R[],
  describe: (row: R) => Finding,
  frame: {
    readonly works: ReadonlyMap<string, WorkRef>;
    readonly selection: Selection;
    readonly leftOut: LeftOutCount;
  },
): Dependence[] {
  const { works, selection, leftOut } = frame;
  const { citationScope } = selection.filter;
  const all = rows
    .map((row) => makeDependence(describe(row), row, { works, citationScope }))
    .sort((left, right) => compareTexts(left.id, right.id));
  return all.filter((dependence) => {
    const isGone = selection.leftOutSources.size > 0 && fallsWithout(dependence, workIds(selection, works));
    if (isGone) leftOut.add("SOURCE_LEFT_OUT");
    return !isGone;
  });
}

function workIds({ leftOutSources }: Selection, works: ReadonlyMap<string, WorkRef>): ReadonlySet<string> {
  return new Set([...leftOutSources].map((id) => works.get(id)?.id ?? id));
}

function describeRecord({ id, labels, name, earliest, quote, locator }: RecordRow): Finding {
  const record = { ...makeRef(id, labels, name), earliest, quote, locator };
  return { id, statement: null, record, relation: null };
}

function describeRelation(row: RelationRow): Finding {
  const { type, quote, locator, item, since, meeting } = row;
  const [from, to] = [makeRef(...row.from), makeRef(...row.to)];
  const id = [from.id, type, to.id, item, since, meeting].filter(Boolean).join(" ");
  return { id, statement: null, record: null, relation: { type, from, to, quote, locator } };
}

function reportOn(
  findings: readonly Dependence[],
  sources: readonly SourceRow[],
  works: ReadonlyMap<string, WorkRef>,
  relations: readonly RelationRow[],
) {
  const inRelations = new Set(
    relations.flatMap(({ cites, citesParagraph, citesOneOf }) => [
      ...cites,
      ...citesParagraph,
      ...citesOneOf,
    ]),
  );
  const isCited = ({ id, statements, records }: SourceRow) => statements + records > 0 || inRelations.has(id);
  const refs = (keep: (row: SourceRow) => boolean) =>
    sources
      .filter(keep)
      .map(toSourceRef)
      .sort((left, right) => compareTexts(left.id, right.id));
  return {
    works: tallyWorks(findings, works),
    byPublisher: tally(findings, publisherOf),
    byLanguage: tally(findings, ({ language }) => language),
    byKind: tally(findings, ({ kind }) => kind),
    citedNotListed: refs((row) => row.listed === false && isCited(row)),
    listedNotCited: refs((row) => row.listed === true && !isCited(row)),
    olderThanSupported: findings.filter(({ olderWorks }) => olderWorks.length > 0).map(({ id }) => id),
    uncitedCount: findings.filter(({ isUncited }) => isUncited).length,
    onePublisherCount: findings.filter(({ isUncited, supportedBy }) => !isUncited && supportedBy === 1)
      .length,
    findingCount: findings.length,
  };
}

function tallyWorks(findings: readonly Dependence[], works: ReadonlyMap<string, WorkRef>): WorkDependence[] {
  const support = groupBy(
    findings.flatMap((finding) => citedWorks(finding).map((work) => work.id)),
    (id) => id,
  );
  const fallen = groupBy(findings, (finding) => soleSupport(finding) ?? "");
  return [...new Set(works.values())]
    .map((work) => ({
      work,
      supportCount: support.get(work.id)?.length ?? 0,
      fallsWithout: (fallen.get(work.id) ?? []).map(({ id }) => id),
    }))
    .filter(({ supportCount, fallsWithout: ids }) => supportCount > 0 || ids.length > 0)
    .sort((left, right) => compareTexts(left.work.id, right.work.id));
}

/** The one work without which something falls; null where there are others, or none. */
function soleSupport(finding: Dependence): string | null {
  const support = finding.isUncited ? finding.documents : citedWorks(finding);
  const [first] = support;
  return first && fallsWithout(finding, new Set([first.id])) ? first.id : null;
}

function citedWorks({ works, oneOf }: Dependence): readonly WorkRef[] {
  return distinctWorks([...works, ...oneOf]);
}

function tally(findings: readonly Dependence[], nameOf: (work: WorkRef) => string | null): SourceTally[] {
  const cited = findings.map((finding) => ({ finding, works: citedWorks(finding) }));
  const distinct = [...new Set(cited.flatMap(({ works }) => works))];
  return [...groupBy(distinct, (work) => nameOf(work) ?? "")]
    .map(([key, group]) => {
      const supported = cited.filter(({ works }) => works.some((work) => group.includes(work)));
      const sole = supported.filter(({ works }) => works.every((work) => group.includes(work)));
      return {
        name: key === "" ? null : key,
        workCount: group.length,
        supportCount: supported.length,
        soleCount: sole.length,
      };
    })
    .sort(
      (left, right) =>
        right.supportCount - left.supportCount || compareTexts(left.name ?? "", right.name ?? ""),
    );
}
