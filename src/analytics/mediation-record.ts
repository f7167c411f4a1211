import type { Database } from "../database/database.ts";
import type { Act } from "../domain/acts.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import { type CaseInput, ROLLED_UP, readFilter } from "./analysis-filter.ts";
import type { ResultFrame } from "./bargaining-data.ts";
import { type CaseActors, fetchCaseActors } from "./case-actors.ts";
import { fetchCaseClaims } from "./case-claims.ts";
import { findEmptyReason } from "./case-context.ts";
import { fetchReplies, fetchStatements } from "./fetch-statements.ts";
import { type Judgement, makeJudgementFinder } from "./judgements.ts";
import { readWhileUnchanged } from "./keep-while-unchanged.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, makeRef, type Ref, toRef } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { type CaseSelection, fetchCaseSelection } from "./selection.ts";
import type { MeetingRef, StatementRef } from "./statement-ref.ts";
import { makeVoices, type Voice } from "./voices.ts";

/** What `mediationRecord` takes. */
export interface MediationRecordInput extends CaseInput, PageInput {
  /** Ids or slugs of third parties; absent: all. After roll-up. */
  readonly actors?: readonly string[] | null | undefined;
}

/** A meeting that a third party mediated, hosted or offered to mediate, with what came of it. */
export interface MediatedMeeting {
  /** A meeting; or the proposal that it offered to mediate about. */
  readonly target: MeetingRef;
  readonly statements: readonly StatementRef[];
}

/** How one party answered a proposal. */
export interface PartyAnswer {
  readonly party: Ref;
  /** Its acts on the proposal as a whole, in order of time; empty where the documents tell of none. */
  readonly acts: readonly Act[];
  readonly statements: readonly StatementRef[];
  /** What it said in reply on something else: a part of the proposal, a condition; in order of time. */
  readonly replies: readonly StatementRef[];
}

/** A proposal that a third party made or announced. */
export interface ThirdPartyProposal {
  readonly proposal: MeetingRef;
  /** PROPOSED, OFFERED or ANNOUNCED, in order of time. */
  readonly acts: readonly Act[];
  /** Made together with others. */
  readonly isJoint: boolean;
  readonly others: readonly Ref[];
  readonly statements: readonly StatementRef[];
  /** Of each party of the case, and of whoever else took a stand. */
  readonly answers: readonly PartyAnswer[];
}

/** What one third party did between the sides. */
export interface MediatorRecord {
  /** The actor's. */
  readonly id: string;
  readonly actor: Ref;
  /** Whether it mediated or offered to; a mere venue, host or proposer is no mediator. */
  readonly isMediator: boolean;
  readonly mediated: readonly MediatedMeeting[];
  readonly offered: readonly MediatedMeeting[];
  readonly hosted: readonly MediatedMeeting[];
  /** Meetings for which it was the mere venue. */
  readonly venueOf: readonly MeetingRef[];
  readonly proposals: readonly ThirdPartyProposal[];
  readonly aloneCount: number;
  readonly jointCount: number;
  readonly judgements: readonly Judgement[];
}

/** What third parties did, each role apart. */
export interface MediationRecord extends ResultFrame {
  /** Those whose case role is PARTY: the sides whose answers are asked for. */
  readonly parties: readonly Ref[];
  /** Those of this page, by id. */
  readonly mediators: readonly MediatorRecord[];
  readonly pageInfo: PageInfo;
}

interface ThingRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly labels: readonly string[];
  readonly name: string;
  readonly date: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
  readonly venue: string | null;
}

const PROPOSING: readonly Act[] = ["PROPOSED", "OFFERED", "ANNOUNCED"];

/**
 * Tells for each third party what it mediated, offered, hosted, gave the venue for and proposed, how each side answered,
 * and how it was judged and by whom.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor; BAD_INPUT.
 * @see docs/methods.md#mediation
 */
export async function mediationRecord(
  database: Database,
  input: MediationRecordInput,
): Promise<MediationRecord> {
  readPageSize(input.first);
  const selection = await fetchCaseSelection(database, readFilter(input.case, input, ROLLED_UP));
  const { filter, context } = selection;
  const [actors, claims, asked, things, near] = await Promise.all([
    fetchCaseActors(database, selection),
    fetchCaseClaims(database, selection),
    resolveIds(database, filter, input.actors ?? [], ["Actor"]),
    readWhileUnchanged<ThingRow>(database, selection, "mediation-record"),
    fetchNear(database, selection),
  ]);
  const leftOut = new LeftOutCount();
  const selected = orderStatements(selectStatements(near, selection, leftOut));
  const world: World = {
    actors,
    things: new Map(things.map((row) => [row.id, row])),
    voices: makeVoices(selected, actors, filter, leftOut),
    parties: findParties(actors, filter),
  };
  const judge = makeJudgementFinder(selected, { actors, claims, counting: filter });
  const names = new Set(asked.map((actor) => actor.id));
  const mediators = findThirdParties(world)
    .filter((id) => names.size === 0 || names.has(id))
    .map((id) => makeRecord(id, world, judge(id)))
    .filter((record) => record !== null);
  const { items, pageInfo } = cutPage(mediators, input, ["mediationRecord", asked, filter]);
  return {
    parties: world.parties,
    mediators: items,
    pageInfo,
    filters: filter,
    leftOut: leftOut.list(),
    emptyBecause: findEmptyReason(mediators.length, leftOut.list(), context),
  };
}

/** Fetches what is said of meetings, proposals, actors and claims, and what answers a proposal. */
async function fetchNear(database: Database, selection: CaseSelection): Promise<StatementRef[]> {
  const statements = await fetchStatements(database, selection, ["Meeting", "Proposal", "Actor", "Claim"]);
  const replies = await fetchReplies(database, selection, statements.filter(isProposing));
  return [...new Map([...statements, ...replies].map((statement) => [statement.id, statement])).values()];
}

function isProposing({ act, target }: StatementRef): boolean {
  return target.kind === "Proposal" && PROPOSING.includes(act);
}

interface World {
  readonly actors: CaseActors;
  readonly things: ReadonlyMap<string, ThingRow>;
  readonly voices: readonly Voice[];
  readonly parties: readonly Ref[];
}

/** The parties; after roll-up not those that stand for another party. */
function findParties(
  { byId, representations }: CaseActors,
  { rollUp }: Pick<StatementFilter, "rollUp">,
): Ref[] {
  const isParty = (id: string) => byId.get(id)?.caseRole === "PARTY";
  const standIns = representations.filter(({ relation, of }) => relation === "REPRESENTS" && isParty(of));
  const rolledUp = new Set(rollUp === "NONE" ? [] : standIns.map(({ actor }) => actor));
  return [...byId.values()]
    .filter(({ id }) => isParty(id) && !rolledUp.has(id))
    .map(toRef)
    .sort((left, right) => compareTexts(left.id, right.id));
}

/** Those that are no party and mediated, offered to, hosted, proposed, or were a venue. */
function findThirdParties({ actors, things, voices }: World): string[] {
  const roles = voices.filter(({ statement }) => isThirdPartyAct(statement)).map(({ actor }) => actor);
  const venues = [...things.values()].flatMap(({ venue }) => venue ?? []);
  return [...new Set([...roles, ...venues])]
    .filter((id) => actors.byId.get(id)?.caseRole !== "PARTY")
    .sort(compareTexts);
}

function isThirdPartyAct(statement: StatementRef): boolean {
  const { act } = statement;
  if (act === "MEDIATED" || act === "OFFERED_TO_MEDIATE" || act === "HOSTED") return true;
  return isProposing(statement);
}

function makeRecord(id: string, world: World, judgements: readonly Judgement[]): MediatorRecord | null {
  const actor = world.actors.byId.get(id);
  if (!actor) return null;
  const own = world.voices.filter((voice) => voice.actor === id);
  const mediated = byTarget(own, "MEDIATED", world);
  const offered = byTarget(own, "OFFERED_TO_MEDIATE", world);
  const proposals = findProposals(own, world);
  return {
    id: actor.id,
    actor: toRef(actor),
    isMediator: mediated.length > 0 || offered.length > 0,
    mediated,
    offered,
    hosted: byTarget(own, "HOSTED", world),
    venueOf: [...world.things.values()]
      .filter((thing) => thing.venue === id)
      .map(makeThing)
      .sort(byDate),
    proposals,
    aloneCount: proposals.filter((proposal) => !proposal.isJoint).length,
    jointCount: proposals.filter((proposal) => proposal.isJoint).length,
    judgements,
  };
}

function byTarget(own: readonly Voice[], act: Act, world: World): MediatedMeeting[] {
  const statements = own.map(({ statement }) => statement).filter((statement) => statement.act === act);
  return distinctTargets(statements, world).map((target) => ({
    target,
    statements: statements.filter((statement) => statement.target.id === target.id),
  }));
}

function findProposals(own: readonly Voice[], world: World): ThirdPartyProposal[] {
  const made = own.map(({ statement }) => statement).filter(isProposing);
  return distinctTargets(made, world).map((proposal) => {
    const statements = made.filter((statement) => statement.target.id === proposal.id);
    const ids = new Set(statements.map((statement) => statement.id));
    const proposers = new Set(
      world.voices.filter(({ statement }) => ids.has(statement.id)).map(({ actor }) => actor),
    );
    const others = [...proposers].filter((id) => id !== own[0]?.actor);
    return {
      proposal,
      acts: distinctActs(statements),
      isJoint: others.length > 0,
      others: refsOf(others, world.actors),
      statements,
      answers: findAnswers({ target: proposal.id, made: ids, proposers }, world),
    };
  });
}

/** How a proposal was put: ids of the statements that did, and of all who stated them. */
interface Put {
  readonly target: string;
  readonly made: ReadonlySet<string>;
  readonly proposers: ReadonlySet<string>;
}

/** Gives every party's answer, also where there is none, then those of others; proposers do not answer themselves. */
function findAnswers({ target, made, proposers }: Put, world: World): PartyAnswer[] {
  const isReply = ({ inResponseTo }: StatementRef) => inResponseTo.some(({ id }) => made.has(id));
  const answers = world.voices.filter(
    ({ statement, actor }) => (statement.target.id === target || isReply(statement)) && !proposers.has(actor),
  );
  const parties = world.parties.map((party) => party.id);
  const others = [...new Set(answers.map(({ actor }) => actor))].filter((id) => !parties.includes(id));
  return refsOf(
    [...parties.filter((id) => !proposers.has(id)), ...others.sort(compareTexts)],
    world.actors,
  ).map((party) => {
    const own = answers.filter(({ actor }) => actor === party.id).map(({ statement }) => statement);
    const statements = own.filter((statement) => statement.target.id === target);
    const replies = own.filter((statement) => statement.target.id !== target);
    return { party, acts: distinctActs(statements), statements, replies };
  });
}

function refsOf(ids: readonly string[], actors: CaseActors): Ref[] {
  return ids.flatMap((id) => actors.byId.get(id) ?? []).map(toRef);
}

function distinctActs(statements: readonly StatementRef[]): Act[] {
  return [...new Set(statements.map((statement) => statement.act))];
}

function distinctTargets(statements: readonly StatementRef[], world: World): MeetingRef[] {
  const ids = [...new Set(statements.map((statement) => statement.target.id))];
  return ids
    .flatMap((id) => world.things.get(id) ?? [])
    .map(makeThing)
    .sort(byDate);
}

function makeThing({ id, labels, name, date, outcome, outcomeKind }: ThingRow): MeetingRef {
  return { ...makeRef(id, labels, name), date, place: null, outcome, outcomeKind };
}

function byDate(left: MeetingRef, right: MeetingRef): number {
  return compareTexts(left.date ?? "~", right.date ?? "~") || compareTexts(left.id, right.id);
}
