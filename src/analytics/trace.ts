import type { Database } from "../database/database.ts";
import { ACT_NAMES, type Act } from "../domain/acts.ts";
import { parseId } from "../domain/ids.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { ALL_STATEMENTS, type FilterInput, readFilter } from "./analysis-filter.ts";
import { type EmptyReason, fetchCaseContext, findEmptyReason } from "./case-context.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import type { Ref } from "./refs.ts";
import { resolveId } from "./resolve-ids.ts";
import { LeftOutCount, type Selection, selectStatements } from "./select-statements.ts";
import { fetchSelection } from "./selection.ts";
import { makeStatementRef, type StatementRef } from "./statement-ref.ts";
import { readTraceRoot, type TraceRoot } from "./trace-root.ts";
import {
  readNeighbours,
  readTraceAbouts,
  type TraceAbout,
  type TraceNeighbour,
  type TraceRelation,
  type TraceRow,
} from "./trace-rows.ts";

/** What `trace` takes. */
export interface TraceInput extends FilterInput, PageInput {
  /** Id (`case/slug`), or a slug alone where only one case has it; former ids answer too. */
  readonly id: string;
}

/** A statement of a trace, with what brought it there. */
export interface TracedStatement extends StatementRef {
  /** How its target, or its part in it, stands to what is traced. */
  readonly relation: TraceRelation;
}

/** Statements of one act, in order of time. */
export interface TraceGroup {
  readonly act: Act;
  /** The act in words: `Conditionally accepted`. */
  readonly title: string;
  readonly statements: readonly TracedStatement[];
}

/** The chain around one thing: who did and said what about it and what it contains or is contained in. */
export interface Trace {
  readonly root: TraceRoot;
  /** The structure around it: what it contains, amends, contradicts, hardens …, each with its evidence. */
  readonly neighbours: readonly TraceNeighbour[];
  /** What the statements are about; the root itself first. */
  readonly abouts: readonly TraceAbout[];
  /** Those of this page, by act in the order of the table of acts. */
  readonly groups: readonly TraceGroup[];
  /** Those of this page, in order of time, undated last. */
  readonly statements: readonly TracedStatement[];
  readonly pageInfo: PageInfo;
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
  readonly emptyBecause: EmptyReason | null;
}

/**
 * Traces who demanded, proposed, backed, rejected … a thing, when, where, for whom, and according to which source.
 *
 * Every status is shown, marked by `status`, unless `statuses` says otherwise.
 *
 * @throws DemarcheError NOT_FOUND with suggestions; BAD_INPUT where several cases have the slug.
 */
export async function trace(database: Database, input: TraceInput): Promise<Trace> {
  readPageSize(input.first);
  const id = parseId(input.id).caseSlug === null ? (await resolveId(database, input.id)).id : input.id;
  const filter = readFilter(parseId(id).caseSlug ?? "", input, ALL_STATEMENTS);
  const [row, selection] = await Promise.all([
    fetchTraceRow(database, id, filter.asKnownOn),
    fetchSelection(database, filter),
  ]);
  return buildTrace(database, row, selection, input);
}

async function fetchTraceRow(database: Database, id: string, asKnownOn: string | null): Promise<TraceRow> {
  const [row] = await database.read<TraceRow>("analytics/trace", { id, asKnownOn });
  if (row) return row;
  const now = await resolveId(database, id);
  const [renamed] = await database.read<TraceRow>("analytics/trace", { id: now.id, asKnownOn });
  if (!renamed) throw new Error(`${now.id} resolves but is not there`);
  return renamed;
}

async function buildTrace(
  database: Database,
  row: TraceRow,
  selection: Selection,
  input: TraceInput,
): Promise<Trace> {
  const { filter } = selection;
  const root = readTraceRoot(row);
  const abouts = readTraceAbouts(row.abouts);
  const leftOut = new LeftOutCount();
  const selected = selectStatements(row.statements.map(makeStatementRef), selection, leftOut);
  const ordered = orderStatements(selected).map((statement) => ({
    ...statement,
    relation: findRelation(statement, root, abouts),
  }));
  const { items, pageInfo } = cutPage(ordered, input, ["trace", root.id, filter]);
  return {
    root,
    neighbours: readNeighbours(row.neighbours),
    abouts,
    groups: groupByAct(items),
    statements: items,
    pageInfo,
    filters: filter,
    leftOut: leftOut.list(),
    emptyBecause:
      ordered.length > 0
        ? null
        : findEmptyReason(0, leftOut.list(), await fetchCaseContext(database, filter.case)),
  };
}

function groupByAct(statements: readonly TracedStatement[]): TraceGroup[] {
  return ACT_NAMES.flatMap((act) => {
    const own = statements.filter((statement) => statement.act === act);
    return own.length > 0 ? [{ act, title: titleOf(act), statements: own }] : [];
  });
}

function titleOf(act: Act): string {
  const words = act.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function findRelation(
  statement: StatementRef,
  root: TraceRoot,
  abouts: readonly TraceAbout[],
): TraceRelation {
  const isRoot = (refs: readonly Ref[]) => refs.some((ref) => ref.id === root.id);
  if (statement.id === root.id || statement.target.id === root.id) return "ITSELF";
  if (isRoot(statement.actors)) return "STATED";
  if (isRoot(statement.through)) return "THROUGH";
  if (isRoot(statement.onBehalfOf)) return "ON_BEHALF_OF";
  if (isRoot(statement.addressedTo)) return "ADDRESSED_TO";
  if (isRoot(statement.against)) return "AGAINST";
  if (isRoot(statement.assertedBy)) return "ASSERTED_BY";
  if (isRoot(statement.disputedBy)) return "DISPUTED_BY";
  if (statement.madeAt?.id === root.id || isRoot(statement.madeAtOneOf)) return "MADE_AT";
  const about = abouts.find((candidate) => candidate.id === statement.target.id);
  if (about) return about.relation;
  if (isRoot(statement.conditionalOn)) return "CONDITIONAL_ON";
  if (statement.cites.some(({ source }) => source.id === root.id)) return "CITES";
  if (statement.foundIn.some(({ source }) => source.id === root.id)) return "FOUND_IN";
  if (isRoot(statement.inResponseTo)) return "IN_RESPONSE_TO";
  return root.kind === "Statement" ? "ANSWERED" : "MADE_AT";
}
