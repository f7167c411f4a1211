import type { Database } from "../database/database.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";
import { ALL_STATEMENTS, badInput, type FilterInput, readFilter, readWord } from "./analysis-filter.ts";
import { type EmptyReason, fetchCaseContext, findEmptyReason } from "./case-context.ts";
import { cutPage, MAX_PAGE_SIZE, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import {
  findMatches,
  rankRecord,
  type SearchedTexts,
  type SearchMatch,
  type SearchRank,
} from "./search-matches.ts";
import { type SearchQuery, writeSearchQuery } from "./search-query.ts";
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
  /** How well it fits within its rank; comparable only within one search. */
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

interface HitRow {
  readonly [column: string]: unknown;
  readonly record: SearchedTexts & { readonly id: string };
  readonly labels: readonly string[];
  readonly score: number;
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
  const query = writeSearchQuery(input.text);
  if (query.words.length === 0)
    throw badInput(`text "${input.text}" has no letter or digit: give a word to look for.`);
  const filter = readFilter(input.case ?? "", input, ALL_STATEMENTS);
  if (!input.case && filter.withoutSources.length > 0) {
    throw badInput("withoutSources names sources of one case: name the case too.");
  }
  const kinds = (input.kinds ?? []).map((kind) => readWord(kind, "kinds", NODE_KINDS, kind));
  const [context, rows, selection] = await Promise.all([
    input.case ? fetchCaseContext(database, input.case) : null,
    fetchHits(database, query, { case: input.case ?? null, kinds, asKnownOn: filter.asKnownOn }),
    fetchSelection(database, filter),
  ]);
  const leftOut = new LeftOutCount();
  const statements = selectStatements(await fetchStatements(database, rows), selection, leftOut);
  const hits = makeHits(rows, query, new Map(statements.map((statement) => [statement.id, statement])));
  const { items, pageInfo } = cutPage(hits, input, ["search", query.words, kinds, selection.filter]);
  return {
    hits: items,
    pageInfo,
    alsoTried: query.alsoTried,
    filters: selection.filter,
    leftOut: leftOut.list(),
    emptyBecause: context && findEmptyReason(hits.length, leftOut.list(), context),
  };
}

function fetchHits(
  database: Database,
  query: SearchQuery,
  among: { case: string | null; kinds: readonly NodeKind[]; asKnownOn: string | null },
): Promise<HitRow[]> {
  return database.read<HitRow>("analytics/search", { query: query.lucene, ...among, limit: MAX_PAGE_SIZE });
}

async function fetchStatements(database: Database, rows: readonly HitRow[]): Promise<StatementRef[]> {
  const ids = rows.filter((row) => row.labels.includes("Statement")).map((row) => row.record.id);
  if (ids.length === 0) return [];
  const found = await database.read<StatementRow>("analytics/statements-by-id", { ids });
  return found.map(makeStatementRef);
}

function makeHits(
  rows: readonly HitRow[],
  query: SearchQuery,
  statements: ReadonlyMap<string, StatementRef>,
): SearchHit[] {
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

function makeHit(row: HitRow, query: SearchQuery, statement: StatementRef | null): SearchHit {
  return {
    ...makeRef(row.record.id, row.labels, nameOf(row, statement)),
    rank: rankRecord(row.record, query),
    score: row.score,
    matches: findMatches(row.record, query),
    statement,
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
