import type { Database } from "../database/database.ts";
import type { EmptyReason, LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { type CaseInput, ROLLED_UP, readFilter } from "./analysis-filter.ts";
import { type CaseActors, fetchCaseActors } from "./case-actors.ts";
import { type CaseContext, findEmptyReason } from "./case-context.ts";
import { type CaseDemand, fetchCaseDemands } from "./case-demands.ts";
import { fetchStatements, fetchStatementsOn } from "./fetch-statements.ts";
import type { Ref } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { type CaseSelection, fetchCaseSelection } from "./selection.ts";
import { type DemandsOf, pickStandpoints, type Standpoint } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";
import { makeVoices, pickSaidFor, type Voice } from "./voices.ts";

/** What the analyses of positions take. */
export interface BargainingInput extends CaseInput {
  /** Ids or slugs; absent: all. After roll-up. */
  readonly actors?: readonly string[] | null | undefined;
  /** Ids or slugs; with the issues that are part of them; absent: all. */
  readonly issues?: readonly string[] | null | undefined;
}

/** What every result of an analysis says of itself. */
export interface ResultFrame {
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
  readonly emptyBecause: EmptyReason | null;
}

/** The demands that are asked for, and what actors said of them. */
export interface BargainingData {
  readonly context: CaseContext;
  readonly filter: StatementFilter;
  readonly leftOut: LeftOutCount;
  readonly actors: CaseActors;
  /** Those that the question names; empty where it names none. */
  readonly asked: { readonly actors: readonly Ref[]; readonly issues: readonly Ref[] };
  /** Where nothing counts for the actors asked for: where it is said after all; null where it is said nowhere. */
  readonly emptyBecause: "ROLLED_UP" | "ON_PROPOSALS" | null;
  /** Those asked for, by id. */
  readonly demands: ReadonlyMap<string, CaseDemand>;
  /** What was said about them, for each actor asked for; with statements that take no stand. */
  readonly voices: readonly Voice[];
}

/** What counts beside statements on demands: none, those on proposals that contain them, or promises and breaches. */
export type Reach = "DEMANDS" | "PROPOSALS" | "PROMISES";

/** What of a case is asked for. */
interface Scope {
  readonly selection: CaseSelection;
  readonly actors: CaseActors;
  /** Those asked for; empty: all. */
  readonly names: ReadonlySet<string>;
  readonly demands: ReadonlyMap<string, CaseDemand>;
  /** Whether only the demands of some issues are asked for. */
  readonly isNarrowed: boolean;
}

/**
 * Fetches what the actors of a case said about its demands, filtered and rolled up.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an actor or issue that is not there; BAD_INPUT.
 */
export async function fetchBargainingData(
  database: Database,
  input: BargainingInput,
  reach: Reach = "DEMANDS",
): Promise<BargainingData> {
  const asked = readFilter(input.case, input, ROLLED_UP);
  const [selection, actors, issues] = await Promise.all([
    fetchCaseSelection(database, asked),
    resolveIds(database, asked, input.actors ?? [], ["Actor"]),
    resolveIds(database, asked, input.issues ?? [], ["Issue"]),
  ]);
  const scope = await fetchScope(database, selection, { actors, issues });
  const near = await fetchNear(database, scope, reach);
  const own = pickOwn(near, scope);
  const leftOut = new LeftOutCount();
  const voices = makeVoices(
    selectStatements(own, selection, leftOut),
    scope.actors,
    selection.filter,
    leftOut,
  );
  return {
    context: selection.context,
    filter: selection.filter,
    leftOut,
    actors: scope.actors,
    asked: { actors, issues },
    emptyBecause: own.length === 0 ? await findMissed(database, near, scope, reach) : null,
    demands: scope.demands,
    voices: voices.filter(({ actor }) => isAsked(actor, scope)),
  };
}

async function fetchScope(
  database: Database,
  selection: CaseSelection,
  asked: BargainingData["asked"],
): Promise<Scope> {
  const [actors, all] = await Promise.all([
    fetchCaseActors(database, selection),
    fetchCaseDemands(database, selection),
  ]);
  const issues = asked.issues.map(({ id }) => id);
  return {
    selection,
    actors,
    names: new Set(asked.actors.map(({ id }) => id)),
    demands: pickDemands(all, issues),
    isNarrowed: issues.length > 0,
  };
}

/** Fetches the statements on the demands asked for, or on proposals as far as these are wanted. */
async function fetchNear(database: Database, scope: Scope, reach: Reach): Promise<StatementRef[]> {
  const { selection, demands, isNarrowed } = scope;
  const statements = isNarrowed
    ? await fetchStatementsOn(database, listTargets(demands, reach), selection.filter)
    : await fetchStatements(database, selection, KINDS[reach]);
  return statements.filter(makeNearness(demands, reach, isNarrowed));
}

/** Picks the statements that count for the actors asked for. */
function pickOwn(
  near: readonly StatementRef[],
  { names, actors, selection }: Scope,
): readonly StatementRef[] {
  return pickSaidFor(names, near, { actors, counting: selection.filter });
}

function isAsked(actor: string, { names }: Scope): boolean {
  return names.size === 0 || names.has(actor);
}

/** Tells where what was asked for is said after all: under those the actors stand for, or of proposals. */
async function findMissed(
  database: Database,
  near: readonly StatementRef[],
  scope: Scope,
  reach: Reach,
): Promise<"ROLLED_UP" | "ON_PROPOSALS" | null> {
  if (near.some((statement) => statement.actors.some(({ id }) => scope.names.has(id)))) return "ROLLED_UP";
  if (reach !== "DEMANDS") return null;
  const wider = pickOwn(await fetchNear(database, scope, "PROPOSALS"), scope);
  const said = selectStatements(wider, scope.selection, new LeftOutCount());
  return said.some(({ polarity }) => (polarity ?? 0) > 0) ? "ON_PROPOSALS" : null;
}

/** Picks what takes a stand on the demands of the data, of proposals only where asked and only when positive. */
export function standpointsOf(data: BargainingData, isThroughProposals: boolean): Standpoint[] {
  return pickStandpoints(data.voices, demandsOf(data.demands, isThroughProposals), data.leftOut);
}

/** Says of a result what it used, what it left out, and why it is empty. */
export function frameOf(data: BargainingData, count: number): ResultFrame {
  const leftOut = data.leftOut.list();
  const reason = findEmptyReason(count, leftOut, data.context);
  const emptyBecause = reason === null ? null : (data.emptyBecause ?? reason);
  return { filters: data.filter, leftOut, emptyBecause };
}

function pickDemands(
  all: ReadonlyMap<string, CaseDemand>,
  issues: readonly string[],
): ReadonlyMap<string, CaseDemand> {
  if (issues.length === 0) return all;
  return new Map([...all].filter(([, demand]) => demand.issues.some((issue) => issues.includes(issue))));
}

const KINDS: Readonly<Record<Reach, readonly NodeKind[]>> = {
  DEMANDS: ["Demand"],
  PROPOSALS: ["Demand", "Proposal"],
  PROMISES: ["Demand", "Proposal"],
};

/** The demands, and the proposals that contain them as far as these are wanted: ids. */
function listTargets(demands: ReadonlyMap<string, CaseDemand>, reach: Reach): string[] {
  if (reach === "DEMANDS") return [...demands.keys()];
  const containing = [...demands.values()].flatMap(({ proposals }) => proposals.map(({ id }) => id));
  return [...new Set([...demands.keys(), ...containing])];
}

/** Tells which statements are about the demands asked for, or about proposals as far as these are wanted. */
function makeNearness(
  demands: ReadonlyMap<string, CaseDemand>,
  reach: Reach,
  isNarrowed: boolean,
): (statement: StatementRef) => boolean {
  const containing = new Set([...demands.values()].flatMap(({ proposals }) => proposals.map(({ id }) => id)));
  return ({ act, target: { id, kind } }) => {
    if (kind === "Demand") return demands.has(id);
    if (reach === "PROPOSALS") return containing.has(id);
    return (act === "PROMISED" || act === "VIOLATED") && (!isNarrowed || containing.has(id));
  };
}

function demandsOf(demands: ReadonlyMap<string, CaseDemand>, isThroughProposals: boolean): DemandsOf {
  const contained = new Map<string, string[]>();
  for (const demand of demands.values()) {
    for (const { id } of demand.proposals) contained.set(id, [...(contained.get(id) ?? []), demand.id]);
  }
  return ({ statement }) => {
    const { id, kind } = statement.target;
    if (kind === "Demand") return demands.has(id) ? [{ demand: id, isIndirect: false }] : [];
    if (!isThroughProposals || (statement.polarity ?? 0) <= 0) return [];
    return (contained.get(id) ?? []).map((demand) => ({ demand, isIndirect: true }));
  };
}
