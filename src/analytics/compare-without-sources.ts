import type { Database } from "../database/database.ts";
import { COMPARED_ANALYSES, type ComparedAnalysis } from "../domain/compared-analyses.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { ALL_STATEMENTS, badInput, type CaseInput, readFilter, readWord } from "./analysis-filter.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import type { Ref } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import { type AskedInput, READERS, type Saying } from "./sayings.ts";

/** What `compareWithoutSources` takes. */
export interface ComparisonInput extends CaseInput, AskedInput, PageInput {
  readonly analysis: ComparedAnalysis;
  /** Ids or slugs of the sources to leave out, beside those in `withoutSources`. */
  readonly sources: readonly string[];
}

/** One thing that a result says, with and without the sources. */
export interface Difference {
  /** Unique within the comparison; of a statement or a thing its id, of an edge or a cell those of its ends. */
  readonly id: string;
  readonly change: "LOST" | "GAINED" | "CHANGED";
  /** What it is about, in words. */
  readonly what: string;
  /** What the result says with the sources; null where it says nothing. */
  readonly before: string | null;
  /** What it says without them. */
  readonly after: string | null;
}

/** What leaving sources out changes in a result. */
export interface SourceComparison {
  readonly analysis: ComparedAnalysis;
  readonly sources: readonly Ref[];
  /** Those of this page, in the order of the analysis, what is said only without the sources last; empty where nothing changes. */
  readonly differences: readonly Difference[];
  readonly pageInfo: PageInfo;
  readonly unchangedCount: number;
  /** Of the answer without the sources. */
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Answers an analysis twice, with and without some sources, and tells what changes.
 *
 * @throws DemarcheError as the analysis does; BAD_INPUT where no source is named, or what the analysis is about is not.
 * @see docs/methods.md#source-dependence
 */
export async function compareWithoutSources(
  database: Database,
  input: ComparisonInput,
): Promise<SourceComparison> {
  readPageSize(input.first);
  const analysis = readWord(input.analysis, "analysis", COMPARED_ANALYSES, "POSITIONS");
  if (input.sources.length === 0) throw badInput("sources is empty: name at least one source to leave out.");
  const read = READERS[analysis];
  const filter = readFilter(input.case, input, ALL_STATEMENTS);
  const sources = await resolveIds(database, filter, input.sources, ["Source"]);
  const withoutSources = [...(input.withoutSources ?? []), ...sources.map(({ id }) => id)];
  const [before, after] = await Promise.all([
    read(database, input),
    read(database, { ...input, withoutSources }),
  ]);
  const { differences, unchangedCount } = compareSayings(before.sayings, after.sayings);
  const { about, text, network, aggregation, actors, issues, throughProposals } = input;
  const asked = [about, text, network, aggregation, actors, issues, throughProposals];
  const question = ["compareWithoutSources", analysis, asked, after.filters];
  const { items, pageInfo } = cutPage(differences, input, question);
  return {
    analysis,
    sources,
    differences: items,
    pageInfo,
    unchangedCount,
    filters: after.filters,
    leftOut: after.leftOut,
  };
}

/** Puts side by side what both answers say of each thing. */
function compareSayings(
  before: readonly Saying[],
  after: readonly Saying[],
): Pick<SourceComparison, "differences" | "unchangedCount"> {
  const olds = new Map(before.map(({ id, says }) => [id, says]));
  const news = new Map(after.map(({ id, says }) => [id, says]));
  const all = [...before, ...after.filter(({ id }) => !olds.has(id))];
  const differences = all.flatMap(({ id, what }): Difference[] => {
    const [old, now] = [olds.get(id) ?? null, news.get(id) ?? null];
    if (old === now) return [];
    const change = now === null ? "LOST" : old === null ? "GAINED" : "CHANGED";
    return [{ id, change, what, before: old, after: now }];
  });
  return { differences, unchangedCount: all.length - differences.length };
}
