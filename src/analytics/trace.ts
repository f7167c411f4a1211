import type { Database } from "../database/database.ts";
import { ACT_NAMES, type Act } from "../domain/acts.ts";
import { parseId } from "../domain/ids.ts";
import type { EmptyReason, LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { ALL_STATEMENTS, type FilterInput, readFilter } from "./analysis-filter.ts";
import { fetchCaseActors } from "./case-actors.ts";
import { fetchCaseContext, findEmptyReason } from "./case-context.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import type { Ref } from "./refs.ts";
import { resolveId } from "./resolve-ids.ts";
import { LeftOutCount, type Selection, selectStatements } from "./select-statements.ts";
import { fetchSelection } from "./selection.ts";
import { listStandIns } from "./stand-ins.ts";
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
import { makeVoices } from "./voices.ts";

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
  const { asKnownOn } = readFilter("", input, ALL_STATEMENTS);
  const isFound = parseId(input.id).caseSlug !== null && asKnownOn === null;
  const id = isFound ? input.id : (await resolveId(database, input.id, asKnownOn)).id;
  const filter = readFilter(parseId(id).caseSlug ?? "", input, ALL_STATEMENTS);
  const selection = await fetchSelection(database, filter);
  const others = await fetchOthers(database, id, selection);
  const row = await fetchTraceRow(database, id, { asKnownOn, standIns: others.standIns });
  return buildTrace(database, row, { selection, input, countsFor: others.countsFor });
}

/** Who else counts as what is traced. */
interface Others {
  readonly standIns: readonly string[];
  /** Tells whether a statement counts for an actor at its time. */
  readonly countsFor: (statement: StatementRef, actor: string) => boolean;
}

const NO_OTHERS: Others = { standIns: [], countsFor: () => false };

/** Asks the database only where statements of others are to count. */
async function fetchOthers(database: Database, id: string, selection: Selection): Promise<Others> {
  const { filter } = selection;
  if (filter.rollUp === "NONE" && !filter.expandCoalitions && !filter.mergeSameAs) return NO_OTHERS;
  const actors = await fetchCaseActors(database, selection);
  const countedAs = (actor: string) => (filter.mergeSameAs && actors.sameAs.get(actor)) || actor;
  return {
    standIns: actors.byId.has(id) ? listStandIns(id, actors, filter) : [],
    countsFor: (statement, actor) =>
      makeVoices([statement], actors, filter, new LeftOutCount()).some(
        (voice) => voice.actor === countedAs(actor),
      ),
  };
}

async function fetchTraceRow(
  database: Database,
  id: string,
  scope: { readonly asKnownOn: string | null; readonly standIns: readonly string[] },
): Promise<TraceRow> {
  const [row] = await database.read<TraceRow>("analytics/trace", { id, ...scope });
  if (row) return row;
  const now = await resolveId(database, id);
  const [renamed] = await database.read<TraceRow>("analytics/trace", { id: now.id, ...scope });
  if (!renamed) throw new Error(`${now.id} resolves but is not there`);
  return renamed;
}

async function buildTrace(
  database: Database,
  row: TraceRow,
  context: { readonly selection: Selection; readonly input: TraceInput } & Pick<Others, "countsFor">,
): Promise<Trace> {
  const { selection, input, countsFor } = context;
  const { filter } = selection;
  const root = readTraceRoot(row);
  const abouts = readTraceAbouts(row.abouts, selection);
  const reached = row.statements.map(makeStatementRef).flatMap((statement): TracedStatement[] => {
    const relation = findRelation(statement, root, abouts);
    const isOfOthers = relation === "REPRESENTED_BY" && !countsFor(statement, root.id);
    return relation === null || isOfOthers ? [] : [{ ...statement, relation }];
  });
  const leftOut = new LeftOutCount();
  const ordered = orderStatements(selectStatements(reached, selection, leftOut));
  const { items, pageInfo } = cutPage(ordered, input, ["trace", root.id, filter]);
  return {
    root,
    neighbours: readNeighbours(row.neighbours, selection),
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

/** Tells what brings a statement into the trace; null where only a relation did that falls with the sources left out. */
function findRelation(
  statement: StatementRef,
  root: TraceRoot,
  abouts: readonly TraceAbout[],
): TraceRelation | null {
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
  const about = abouts.find(
    ({ id, relation }) => relation !== "REPRESENTED_BY" && id === statement.target.id,
  );
  if (about) return about.relation;
  if (isRoot(statement.conditionalOn)) return "CONDITIONAL_ON";
  if (statement.cites.some(({ source }) => source.id === root.id)) return "CITES";
  if (statement.foundIn.some(({ source }) => source.id === root.id)) return "FOUND_IN";
  if (isRoot(statement.inResponseTo)) return "IN_RESPONSE_TO";
  if (root.kind === "Statement") return "ANSWERED";
  const isAmong = (refs: readonly Ref[], relation: TraceRelation) =>
    refs.some((ref) => abouts.some((other) => other.relation === relation && other.id === ref.id));
  if (isAmong(statement.actors, "REPRESENTED_BY")) return "REPRESENTED_BY";
  const places = statement.madeAt ? [statement.madeAt] : statement.madeAtOneOf;
  return isAmong(places, "HAS_PART") ? "MADE_AT" : null;
}
