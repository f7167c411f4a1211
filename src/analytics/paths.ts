import type { Database } from "../database/database.ts";
import { parseId } from "../domain/ids.ts";
import type { EmptyReason, LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { ALL_STATEMENTS, badInput, type FilterInput, readFilter } from "./analysis-filter.ts";
import { findEmptyReason } from "./case-context.ts";
import { fetchLeftOut } from "./fetch-left-out.ts";
import { cutPage, MAX_PAGE_SIZE, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { type FoundChains, makePath, type Path, type PathRole, type PathStep } from "./path.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import { resolveId } from "./resolve-ids.ts";
import { findRolledUpPaths } from "./rolled-up-paths.ts";
import { type CaseSelection, fetchCaseSelection } from "./selection.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/** What `paths` takes. */
export interface PathsInput extends FilterInput, PageInput {
  /** Ids (`case/slug`), or slugs alone where only one case has them. Any thing but a statement or source. */
  readonly source: string;
  readonly target: string;
}

/** The shortest chains between two things. */
export interface Paths {
  readonly source: Ref;
  readonly target: Ref;
  /** Steps of each path; null where there is none of at most six. */
  readonly length: number | null;
  /** All that are as short as the shortest, by the ids on them; at most 1000. */
  readonly paths: readonly Path[];
  readonly pageInfo: PageInfo;
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
  readonly emptyBecause: EmptyReason | null;
}

interface PathRow {
  readonly [column: string]: unknown;
  readonly things: readonly (readonly [id: string, labels: readonly string[], name: string | null])[];
  readonly statements: readonly string[];
  readonly roles: readonly PathRole[];
}

/**
 * Finds all shortest chains between two things through statements, of at most six steps.
 *
 * Every status is passed through unless `statuses` says otherwise. After roll-up a statement leads to and from those for
 * whom its actors stood then, no longer to these actors.
 *
 * @throws DemarcheError NOT_FOUND with suggestions; BAD_INPUT for two of different cases, or twice the same.
 */
export async function paths(database: Database, input: PathsInput): Promise<Paths> {
  readPageSize(input.first);
  const { asKnownOn } = readFilter("", input, ALL_STATEMENTS);
  const [source, target] = await Promise.all([
    resolveId(database, input.source, asKnownOn),
    resolveId(database, input.target, asKnownOn),
  ]);
  const caseSlug = checkEnds(source, target);
  const selection = await fetchCaseSelection(database, readFilter(caseSlug, input, ALL_STATEMENTS));
  const { filter, context } = selection;
  const ends = { source: source.id, target: target.id };
  const { chains, leftOut, isEndRolledUp } = isRolledUp(filter)
    ? await findRolledUpPaths(database, selection, ends)
    : await findPaths(database, selection, ends);
  const found = chains.map(makePath).sort((left, right) => compareTexts(left.id, right.id));
  const { items, pageInfo } = cutPage(found, input, ["paths", source.id, target.id, filter]);
  const reason = findEmptyReason(found.length, leftOut, context);
  return {
    source,
    target,
    length: found[0]?.steps.length ?? null,
    paths: items,
    pageInfo,
    filters: filter,
    leftOut,
    emptyBecause: reason !== null && isEndRolledUp ? "ROLLED_UP" : reason,
  };
}

function isRolledUp({ rollUp, expandCoalitions, mergeSameAs }: StatementFilter): boolean {
  return rollUp !== "NONE" || expandCoalitions || mergeSameAs;
}

/** Finds the chains in the database itself, where each has a part under its own name. */
async function findPaths(
  database: Database,
  selection: CaseSelection,
  ends: { readonly source: string; readonly target: string },
): Promise<FoundChains> {
  const leftOut = await fetchLeftOut(database, selection);
  const rows = await database.read<PathRow>("analytics/paths", {
    ...ends,
    leftOut: leftOut.ids,
    isLookingBack: selection.filter.asKnownOn !== null,
    limit: MAX_PAGE_SIZE,
  });
  const statements = await fetchById(database, [...new Set(rows.flatMap((row) => row.statements))]);
  return {
    chains: rows.map((row) => makeSteps(row, statements)),
    leftOut: leftOut.counts,
    isEndRolledUp: false,
  };
}

function checkEnds(source: Ref, target: Ref): string {
  const [left, right] = [parseId(source.id).caseSlug ?? "", parseId(target.id).caseSlug ?? ""];
  for (const { kind, id } of [source, target]) {
    if (kind === "Statement")
      throw badInput(`"${id}" is a statement: paths run through statements, between other things.`);
  }
  if (source.id === target.id) throw badInput(`source and target are both "${source.id}": name two things.`);
  if (left === right) return left;
  throw badInput(`"${source.id}" and "${target.id}" are of different cases: paths run within one.`);
}

async function fetchById(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StatementRef>> {
  if (ids.length === 0) return new Map();
  const rows = await database.read<StatementRow>("analytics/statements-by-id", { ids });
  return new Map(rows.map(makeStatementRef).map((statement) => [statement.id, statement]));
}

function makeSteps(row: PathRow, statements: ReadonlyMap<string, StatementRef>): PathStep[] {
  const things = row.things.map(([id, labels, name]) => makeRef(id, labels, name));
  return row.statements.map((id, index) => {
    const [from, to, statement] = [things[index], things[index + 1], statements.get(id)];
    const [fromRole, toRole] = [row.roles[2 * index], row.roles[2 * index + 1]];
    if (!from || !to || !statement || !fromRole || !toRole) throw new Error(`path breaks at ${id}`);
    return { from, fromRole, to, toRole, statement };
  });
}
