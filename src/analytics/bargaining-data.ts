import type { Database } from "../database/database.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { type CaseInput, ROLLED_UP, readFilter } from "./analysis-filter.ts";
import { type CaseActors, fetchCaseActors } from "./case-actors.ts";
import { type CaseContext, type EmptyReason, findEmptyReason } from "./case-context.ts";
import { type CaseDemand, fetchCaseDemands } from "./case-demands.ts";
import { fetchStatements, fetchStatementsOn } from "./fetch-statements.ts";
import type { Ref } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { fetchCaseSelection } from "./selection.ts";
import { type DemandsOf, pickStandpoints, type Standpoint } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";
import { listSaidFor, makeVoices, type Voice } from "./voices.ts";

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
  /** Whether the actors asked for have no say of their own: what they said counts for those they stand for. */
  readonly isRolledUp: boolean;
  /** Those asked for, by id. */
  readonly demands: ReadonlyMap<string, CaseDemand>;
  /** What was said about them, for each actor asked for; with statements that take no stand. */
  readonly voices: readonly Voice[];
}

/** What counts beside statements on demands: none, those on proposals that contain them, or promises and breaches. */
export type Reach = "DEMANDS" | "PROPOSALS" | "PROMISES";

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
  const [selection, askedActors, askedIssues] = await Promise.all([
    fetchCaseSelection(database, asked),
    resolveIds(database, asked, input.actors ?? [], ["Actor"]),
    resolveIds(database, asked, input.issues ?? [], ["Issue"]),
  ]);
  const { filter, context } = selection;
  const [actors, all] = await Promise.all([
    fetchCaseActors(database, selection),
    fetchCaseDemands(database, selection),
  ]);
  const demands = pickDemands(
    all,
    askedIssues.map((issue) => issue.id),
  );
  const isNarrowed = askedIssues.length > 0;
  const statements = isNarrowed
    ? await fetchStatementsOn(database, listTargets(demands, reach), filter)
    : await fetchStatements(database, selection, KINDS[reach]);
  const leftOut = new LeftOutCount();
  const near = statements.filter(makeNearness(demands, reach, isNarrowed));
  const names = new Set(askedActors.map((actor) => actor.id));
  const own =
    names.size === 0 ? near : listSaidFor(names, makeVoices(near, actors, filter, new LeftOutCount()));
  const selected = selectStatements(own, selection, leftOut);
  const voices = makeVoices(selected, actors, filter, leftOut);
  return {
    context,
    filter,
    leftOut,
    actors,
    asked: { actors: askedActors, issues: askedIssues },
    isRolledUp: own.length === 0 && isSpeaking(near, names),
    demands,
    voices: names.size === 0 ? voices : voices.filter((voice) => names.has(voice.actor)),
  };
}

/** Picks what takes a stand on the demands of the data, of proposals only where asked and only when positive. */
export function standpointsOf(data: BargainingData, isThroughProposals: boolean): Standpoint[] {
  return pickStandpoints(data.voices, demandsOf(data.demands, isThroughProposals), data.leftOut);
}

/** Says of a result what it used, what it left out, and why it is empty. */
export function frameOf(data: BargainingData, count: number): ResultFrame {
  const leftOut = data.leftOut.list();
  const reason = findEmptyReason(count, leftOut, data.context);
  const emptyBecause = reason !== null && data.isRolledUp ? "ROLLED_UP" : reason;
  return { filters: data.filter, leftOut, emptyBecause };
}

function isSpeaking(statements: readonly StatementRef[], actors: ReadonlySet<string>): boolean {
  return statements.some((statement) => statement.actors.some(({ id }) => actors.has(id)));
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
