import type { Database } from "../database/database.ts";
import { readWord } from "./analysis-filter.ts";
import {
  type BargainingData,
  type BargainingInput,
  fetchBargainingData,
  frameOf,
  type ResultFrame,
  standpointsOf,
} from "./bargaining-data.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import {
  compareStandpoints,
  groupBy,
  isInternal,
  type Position,
  readPosition,
  type Standpoint,
} from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";

/** What `positions` takes. */
export interface PositionsInput extends BargainingInput, PageInput {
  /** Also counts a stance for a proposal as one for each demand that it contains; marked as indirect. Default false. */
  readonly throughProposals?: boolean | null | undefined;
  /** What the columns of the matrix are; default DEMAND. */
  readonly by?: "DEMAND" | "ISSUE" | null | undefined;
}

/** Where one actor stands on one demand, or on the demand of one issue that it spoke of last. */
export interface PositionCell {
  /** Unique within the matrix. */
  readonly id: string;
  readonly actor: Ref;
  /** The demand, or the issue. */
  readonly target: Ref;
  readonly issue: Ref | null;
  readonly position: Position;
  /** 1, 0.5, -0.5, -1; null where MIXED or WITHDRAWN. */
  readonly polarity: number | null;
  /** As written in the statement that it rests on. */
  readonly date: string | null;
  readonly latest: string;
  /** Rests on a stance on a proposal that contains the demand. */
  readonly isIndirect: boolean;
  /** Two who stand for the actor last spoke with opposite signs. */
  readonly isInternalSplit: boolean;
  /** The actor was reached from somebody who stands for several. */
  readonly isAmbiguousRollUp: boolean;
  /** What the position rests on: one statement, or those of a day that contradict each other. */
  readonly last: readonly StatementRef[];
  /** All that take a stand, in order. */
  readonly statements: readonly StatementRef[];
  readonly statementCount: number;
  /** By issue: the position on each of its demands. */
  readonly demands: readonly { readonly demand: Ref; readonly position: Position }[];
}

/** A matrix of actors and demands, or issues. */
export interface Positions extends ResultFrame {
  /** Those of all pages, by id. */
  readonly actors: readonly Ref[];
  readonly targets: readonly Ref[];
  /** Those of this page, by actor and target. Where an actor took no stand there is no cell. */
  readonly cells: readonly PositionCell[];
  readonly pageInfo: PageInfo;
}

/**
 * Tells where each actor stands on each demand as of a date: the polarity of its last statement.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor or issue; BAD_INPUT.
 * @see docs/methods.md#positions
 */
export async function positions(database: Database, input: PositionsInput): Promise<Positions> {
  readPageSize(input.first);
  const by = readWord(input.by, "by", ["DEMAND", "ISSUE"], "DEMAND");
  const isThroughProposals = input.throughProposals ?? false;
  const data = await fetchBargainingData(database, input, isThroughProposals ? "PROPOSALS" : "DEMANDS");
  const cells = makeCells(standpointsOf(data, isThroughProposals), data, by);
  const question = ["positions", by, isThroughProposals, input.actors, input.issues, data.filter];
  const { items, pageInfo } = cutPage(cells, input, question);
  return {
    actors: sortById(distinct(cells.map((cell) => cell.actor))),
    targets: sortById(distinct(cells.map((cell) => cell.target))),
    cells: items,
    pageInfo,
    ...frameOf(data, cells.length),
  };
}

function makeCells(
  standpoints: readonly Standpoint[],
  data: BargainingData,
  by: "DEMAND" | "ISSUE",
): PositionCell[] {
  const columnOf = ({ demand }: Standpoint) =>
    by === "DEMAND" ? demand : (data.demands.get(demand)?.issue?.id ?? null);
  const placed = standpoints.filter((standpoint) => columnOf(standpoint) !== null);
  return [...groupBy(placed, (standpoint) => `${standpoint.actor} ${columnOf(standpoint)}`)]
    .map(([id, own]) => makeCell(id, own, data, by))
    .sort((left, right) => compareTexts(left.id, right.id));
}

function makeCell(
  id: string,
  own: readonly Standpoint[],
  data: BargainingData,
  by: "DEMAND" | "ISSUE",
): PositionCell {
  const perDemand = [...groupBy(own, (standpoint) => standpoint.demand).values()].sort(byLast);
  const deciding = perDemand.at(-1) ?? own;
  const { position, polarity, last } = readPosition(deciding);
  const demand = data.demands.get(last[0]?.demand ?? "");
  const actor = data.actors.byId.get(own[0]?.actor ?? "");
  const final = last.at(-1);
  if (!demand || !actor || !final) throw new Error(`cell ${id} rests on what is not in the case`);
  return {
    id,
    actor: toRef(actor),
    target: by === "DEMAND" || !demand.issue ? toRef(demand) : toRef(demand.issue),
    issue: demand.issue && toRef(demand.issue),
    position,
    polarity,
    date: final.statement.date,
    latest: final.latest,
    isIndirect: last.every((standpoint) => standpoint.isIndirect),
    isInternalSplit: perDemand.some(hasInternalSplit),
    isAmbiguousRollUp: own.some((standpoint) => standpoint.isAmbiguous),
    last: distinct(last.map((standpoint) => standpoint.statement)),
    statements: distinct(own.map((standpoint) => standpoint.statement)),
    statementCount: new Set(own.map((standpoint) => standpoint.statement.id)).size,
    demands: perDemand
      .map((list) => ({ demand: demandRef(list, data), position: readPosition(list).position }))
      .sort((left, right) => compareTexts(left.demand.id, right.demand.id)),
  };
}

/** Orders lists of standpoints by their last one; the demand's id decides between equals. */
function byLast(left: readonly Standpoint[], right: readonly Standpoint[]): number {
  const [a, b] = [left.at(-1), right.at(-1)];
  if (!a || !b) return 0;
  return compareStandpoints(a, b) || compareTexts(a.demand, b.demand);
}

function demandRef(list: readonly Standpoint[], data: BargainingData): Ref {
  const demand = data.demands.get(list[0]?.demand ?? "");
  if (!demand) throw new Error("a standpoint on a demand that is not in the case");
  return toRef(demand);
}

/** Tells whether two who stand for the actor last spoke with opposite signs. */
function hasInternalSplit(standpoints: readonly Standpoint[]): boolean {
  const lasts = [...groupBy(standpoints, ({ speakers }) => speakers.join(" ")).values()].flatMap(
    (own) => own.at(-1) ?? [],
  );
  return lasts.some((left) =>
    lasts.some((right) => (left.polarity ?? 0) > 0 && (right.polarity ?? 0) < 0 && isInternal(left, right)),
  );
}

/** Gives each thing once, in order of first appearance. */
function distinct<T extends { readonly id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}

function sortById(refs: readonly Ref[]): Ref[] {
  return [...refs].sort((left, right) => compareTexts(left.id, right.id));
}
