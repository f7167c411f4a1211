import type { Database } from "../database/database.ts";
import type { CaseInput } from "./analysis-filter.ts";
import {
  type BargainingData,
  fetchBargainingData,
  frameOf,
  type ResultFrame,
  standpointsOf,
} from "./bargaining-data.ts";
import type { IssueRef } from "./case-demands.ts";
import { fetchIssue } from "./fetch-issue.ts";
import { findGaps, type GapBetween } from "./gaps.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { type ActorRange, findRanges, isMeasuredIn } from "./ranges.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import { groupBy, type Position, readPosition, type Standpoint } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";

/** What `bargainingRange` takes. */
export interface BargainingRangeInput extends CaseInput, PageInput {
  /** Id or slug; with the issues that are part of it. */
  readonly issue: string;
  /** Ids or slugs; absent: all. After roll-up. */
  readonly actors?: readonly string[] | null | undefined;
  /** Also counts a stance for a proposal as one for each demand that it contains. Default false. */
  readonly throughProposals?: boolean | null | undefined;
}

/** A demand that an actor holds at the end of the time asked for. */
export interface HeldDemand {
  readonly actor: Ref;
  readonly demand: Ref;
  readonly position: Position;
  readonly statements: readonly StatementRef[];
}

/** Two demands that contradict each other, held by two actors, or by one. */
export interface HeldContradiction {
  readonly left: HeldDemand;
  readonly right: HeldDemand;
}

/** What the actors hold on an issue, and how far they are apart. */
export interface BargainingRange extends ResultFrame {
  readonly issue: IssueRef;
  /** Whether a demand of the issue has a value in the issue's own unit. */
  readonly isMeasured: boolean;
  /** How the unit counts, where words like "a month" were turned into it; null where they were not. */
  readonly unitNote: string | null;
  /** For a measured issue: each actor's values over time; by id. */
  readonly ranges: readonly ActorRange[];
  /** For a measured issue: the distance between each two actors over time. */
  readonly gaps: readonly GapBetween[];
  /** For any issue: the demands that each actor is for, fully or on a condition. */
  readonly held: readonly HeldDemand[];
  readonly contradictions: readonly HeldContradiction[];
  /** Of the actors that hold a value or a demand, by id; a gap or contradiction stands on the page of its left one. */
  readonly pageInfo: PageInfo;
}

/**
 * Tells what each actor holds on an issue over time, how far they are apart, and whether the gap closed.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor or issue; BAD_INPUT.
 * @see docs/methods.md#bargaining-range
 */
export async function bargainingRange(
  database: Database,
  input: BargainingRangeInput,
): Promise<BargainingRange> {
  readPageSize(input.first);
  const isThroughProposals = input.throughProposals ?? false;
  const reach = isThroughProposals ? "PROPOSALS" : "DEMANDS";
  const data = await fetchBargainingData(database, { ...input, issues: [input.issue] }, reach);
  const [asked] = data.asked.issues;
  if (!asked) throw new Error("resolved to nothing");
  const issue = await fetchIssue(database, asked);
  const standpoints = standpointsOf(data, isThroughProposals);
  const ranges = findRanges(standpoints, data, issue.unit);
  const held = findHeld(standpoints, data);
  const question = ["bargainingRange", issue.id, data.asked.actors, isThroughProposals, data.filter];
  const { items, pageInfo } = cutPage(listActors(ranges, held), input, question);
  const shown = new Set(items.map(({ id }) => id));
  return {
    issue,
    isMeasured: [...data.demands.values()].some((demand) => isMeasuredIn(demand, issue.unit)),
    unitNote: noteUnit(issue.unit),
    ranges: ranges.filter(({ actor }) => shown.has(actor.id)),
    gaps: findGaps(ranges).filter(({ left }) => shown.has(left.id)),
    held: held.filter(({ actor }) => shown.has(actor.id)),
    contradictions: findHeldContradictions(held, data).filter(({ left }) => shown.has(left.actor.id)),
    pageInfo,
    ...frameOf(data, standpoints.length),
  };
}

/** The actors that a result tells of, by id. */
function listActors(ranges: readonly ActorRange[], held: readonly HeldDemand[]): Ref[] {
  const actors = new Map([...ranges, ...held].map(({ actor }) => [actor.id, actor]));
  return [...actors.values()].sort((left, right) => compareTexts(left.id, right.id));
}

function noteUnit(unit: string | null): string | null {
  return unit && /^days?$/i.test(unit) ? "A month counts 30 days, a year 365." : null;
}

function findHeld(standpoints: readonly Standpoint[], data: BargainingData): HeldDemand[] {
  return [...groupBy(standpoints, ({ actor, demand }) => `${actor} ${demand}`).values()]
    .flatMap((own) => makeHeld(own, data))
    .sort(
      (left, right) =>
        compareTexts(left.actor.id, right.actor.id) || compareTexts(left.demand.id, right.demand.id),
    );
}

function makeHeld(own: readonly Standpoint[], data: BargainingData): HeldDemand[] {
  const { position } = readPosition(own);
  const actor = data.actors.byId.get(own[0]?.actor ?? "");
  const demand = data.demands.get(own[0]?.demand ?? "");
  if (!actor || !demand || !["FOR", "CONDITIONAL", "MIXED"].includes(position)) return [];
  const statements = own.map(({ statement }) => statement);
  return [{ actor: toRef(actor), demand: toRef(demand), position, statements }];
}

function findHeldContradictions(held: readonly HeldDemand[], data: BargainingData): HeldContradiction[] {
  return held.flatMap((left, index) =>
    held
      .slice(index + 1)
      .filter((right) => data.demands.get(left.demand.id)?.contradicts.includes(right.demand.id))
      .map((right) => ({ left, right })),
  );
}
