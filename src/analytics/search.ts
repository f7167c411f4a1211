import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { EmptyReason, LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";
import { ALL_STATEMENTS, badInput, type FilterInput, readFilter, readWord } from "./analysis-filter.ts";
import { fetchCaseContext, findEmptyReason } from "./case-context.ts";
import { nowIdOf } from "./look-back.ts";
import { cutPage, MAX_PAGE_SIZE, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import {
  findMatches,
  hasWord,
  rankRecord,
  type SearchedTexts,
  type SearchMatch,
  type SearchRank,
} from "./search-matches.ts";
import { forgiveMore, type SearchQuery, writePlainLucene, writeSearchQuery } from "./search-query.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { fetchSelection } from "./selection.ts";
import {
  describeStatement,
  makeStatementRef,
  type StatementRef,
  type StatementRow,
} from "./statement-ref.ts";

/** What `search` takes. */
export interface SearchInput extends FilterInput, PageInput {
  /** Words in Latin or Cyrillic letters; signs count as gaps. */
  readonly text: string;
  /** Slug of a case; absent: all cases. */
  readonly case?: string | null | undefined;
  /** Kinds of things to look among; absent: all. */
  readonly kinds?: readonly NodeKind[] | null | undefined;
}

/** Something that a search found. */
export interface SearchHit extends Ref {
  readonly rank: SearchRank;
  /** How well it fits within its rank; comparable only within one search. 0 for what was removed since. */
  readonly score: number;
  readonly matches: readonly SearchMatch[];
  /** The statement, where the hit is one. */
  readonly statement: StatementRef | null;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  readonly pageInfo: PageInfo;
  /** The text in the other script, as it was tried too. */
  readonly alsoTried: readonly string[];
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
  /** Null where something was found, or no case was named. */
  readonly emptyBecause: EmptyReason | null;
}

interface RemovedRow {
  readonly [column: string]: unknown;
  readonly record: SearchedTexts & { readonly id: string };
  readonly labels: readonly string[];
}

interface HitRow extends RemovedRow {
  readonly score: number;
}

/** What is looked among. */
interface Among {
  readonly case: string | null;
  readonly kinds: readonly NodeKind[];
  readonly asKnownOn: string | null;
}

/** What was found, and by which query. */
interface Found {
  readonly query: SearchQuery;
  readonly rows: readonly HitRow[];
}

const RANKS: readonly SearchRank[] = ["EXACT", "ALL_WORDS", "SIMILAR"];

/**
 * Finds records by their words, in Latin and Cyrillic, forgiving typing errors.
 *
 * The dates, statuses and sources of the filter are for the statements among them. At most 1000 hits are found.
 *
 * @throws DemarcheError BAD_INPUT for a text without a letter or digit; UNKNOWN_CASE.
 */
export async function search(database: Database, input: SearchInput): Promise<SearchResult> {
  readPageSize(input.first);
  const asked = writeSearchQuery(input.text);
  if (asked.words.length === 0)
    throw badInput(`text "${input.text}" has no letter or digit: give a word to look for.`);
  const filter = readFilter(input.case ?? "", input, ALL_STATEMENTS);
  if (!input.case && filter.withoutSources.length > 0) {
    throw badInput("withoutSources names sources of one case: name the case too.");
  }
  const kinds = (input.kinds ?? []).map((kind) => readWord(kind, "kinds", NODE_KINDS, kind));
  const [context, { query, rows }, selection] = await Promise.all([
    input.case ? fetchCaseContext(database, input.case) : null,
    fetchFound(database, asked, { case: input.case ?? null, kinds, asKnownOn: filter.asKnownOn }),
    fetchSelection(database, filter),
  ]);
  const leftOut = new LeftOutCount();
  const statements = selectStatements(await fetchStatements(database, rows), selection, leftOut);
  const hits = makeHits(rows, query, new Map(statements.map((statement) => [statement.id, statement])));
  const { items, pageInfo } = cutPage(hits, input, ["search", query.words, kinds, selection.filter]);
  return {
    hits: items.map(({ record, ...hit }) => ({ ...hit, matches: findMatches(record, query) })),
    pageInfo,
    alsoTried: query.alsoTried,
    filters: selection.filter,
    leftOut: leftOut.list(),
    emptyBecause: context && findEmptyReason(hits.length, leftOut.list(), context),
  };
}

/** Looks for the words, once more with more patience for those that stand nowhere. */
async function fetchFound(database: Database, asked: SearchQuery, among: Among): Promise<Found> {
  const found = await fetchHits(database, asked, among);
  const query = forgiveMore(asked, (word) => found.some(({ record }) => hasWord(record, word)));
  const rows = query ? await fetchHits(database, query, among) : found;
  return { query: query ?? asked, rows };
}

/** Asks the index; for a look back what was removed since comes too, instead of what took its place. */
async function fetchHits(database: Database, query: SearchQuery, among: Among): Promise<readonly HitRow[]> {
  const now = await askIndex(database, query, among);
  if (among.asKnownOn === null) return now;
  const removed = await database.read<RemovedRow>("analytics/search-removed", { ...among });
  const changed = new Set(removed.map(({ record }) => nowIdOf(record.id)));
  return [
    ...now.filter(({ record }) => !changed.has(record.id)),
    ...removed
      .filter(({ record }) => findMatches(record, query).length > 0)
      .map((row) => ({ ...row, score: 0 })),
  ];
}

/** Where the words of a long text resemble more others than the index takes, they are looked for as they are alone. */
async function askIndex(database: Database, query: SearchQuery, among: Among): Promise<readonly HitRow[]> {
  const ask = (lucene: string) =>
    database.read<HitRow>("analytics/search", { ...among, query: lucene, limit: MAX_PAGE_SIZE });
  try {
    return await ask(query.lucene);
  } catch (error) {
    if (!(error instanceof DemarcheError && error.code === "TOO_COMPLEX")) throw error;
    return await ask(writePlainLucene(query));
  }
}

async function fetchStatements(database: Database, rows: readonly HitRow[]): Promise<StatementRef[]> {
  const ids = rows.filter((row) => row.labels.includes("Statement")).map((row) => row.record.id);
  if (ids.length === 0) return [];
  const found = await database.read<StatementRow>("analytics/statements-by-id", { ids });
  return found.map(makeStatementRef);
}

type RankedHit = Omit<SearchHit, "matches"> & Pick<HitRow, "record">;

function makeHits(
  rows: readonly HitRow[],
  query: SearchQuery,
  statements: ReadonlyMap<string, StatementRef>,
): RankedHit[] {
  return rows
    .filter((row) => !row.labels.includes("Statement") || statements.has(row.record.id))
    .map((row) => makeHit(row, query, statements.get(row.record.id) ?? null))
    .sort(
      (left, right) =>
        RANKS.indexOf(left.rank) - RANKS.indexOf(right.rank) ||
        right.score - left.score ||
        compareTexts(left.id, right.id),
    );
}

function makeHit(row: HitRow, query: SearchQuery, statement: StatementRef | null): RankedHit {
  const { record, labels, score } = row;
  return {
    ...makeRef(record.id, labels, nameOf(row, statement)),
    rank: rankRecord(record, query),
    score,
    statement,
    record,
  };
}

function nameOf(row: HitRow, statement: StatementRef | null): string | null {
  if (statement) {
    const actors = statement.actors.map((actor) => actor.name);
    return describeStatement(statement.act, actors, statement.target.name);
  }
  const { name, title, text } = row.record as { name?: string; title?: string; text?: string };
  return name ?? title ?? text ?? null;
}
