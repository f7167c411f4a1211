import type { Database } from "../database/database.ts";
import {
  type BargainingData,
  type BargainingInput,
  fetchBargainingData,
  frameOf,
  type ResultFrame,
} from "./bargaining-data.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import { findReversals, type Reversal } from "./reversals.ts";
import { LeftOutCount } from "./select-statements.ts";
import type { Position } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";
import type { Voice } from "./voices.ts";

/** What `positionHistory` takes. */
export interface PositionHistoryInput extends Omit<BargainingInput, "actors" | "issues">, PageInput {
  /** Id or slug; counts after roll-up. */
  readonly actor: string;
  /** Id or slug; with the issues that are part of it. */
  readonly issue: string;
}

/** How a statement stands to what the actor said before. */
export interface PositionChange {
  readonly kind: Reversal["kind"] | "HARDENED" | "SOFTENED";
  /** The earlier statement. */
  readonly from: StatementRef;
  readonly fromDemand: Ref;
}

/** One statement of a history. */
export interface PositionStep {
  readonly id: string;
  readonly demand: Ref;
  readonly statement: StatementRef;
  /** What it makes of the position on its demand; null where it is neither for nor against. */
  readonly position: Exclude<Position, "MIXED"> | null;
  /** Who spoke: the actor itself, or who stands for it. */
  readonly speakers: readonly Ref[];
  readonly changes: readonly PositionChange[];
}

/** How an actor's position on an issue moved. */
export interface PositionHistory extends ResultFrame {
  readonly actor: Ref;
  readonly issue: Ref;
  /** In order of last day, first day, id; those without a last day come last. */
  readonly steps: readonly PositionStep[];
  readonly pageInfo: PageInfo;
}

/**
 * Tells how an actor's position on the demands of an issue moved, statement by statement.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor or issue; BAD_INPUT.
 * @see docs/methods.md#positions
 */
export async function positionHistory(
  database: Database,
  input: PositionHistoryInput,
): Promise<PositionHistory> {
  readPageSize(input.first);
  const data = await fetchBargainingData(database, {
    ...input,
    actors: [input.actor],
    issues: [input.issue],
  });
  const [actor] = data.asked.actors;
  const [issue] = data.asked.issues;
  if (!actor || !issue) throw new Error("resolved to nothing");
  const steps = makeSteps(data);
  const { items, pageInfo } = cutPage(steps, input, ["positionHistory", actor.id, issue.id, data.filter]);
  return { actor, issue, steps: items, pageInfo, ...frameOf(data, steps.length) };
}

function makeSteps(data: BargainingData): PositionStep[] {
  // A history shows what takes no stand too: it must not be reported as left out.
  const reversals = findReversals({ ...data, leftOut: new LeftOutCount() });
  const ordered = [...data.voices].sort(compareVoices);
  return ordered.map((voice, index) => ({
    id: voice.statement.id,
    demand: voice.statement.target,
    statement: voice.statement,
    position: positionOf(voice),
    speakers: voice.speakers.flatMap((id) => data.actors.byId.get(id) ?? []).map(toRef),
    changes: [
      ...reversals.filter(({ to }) => to.id === voice.statement.id).map(toChange),
      ...findMoves(voice, ordered.slice(0, index), data),
    ],
  }));
}

function toChange({ kind, from, fromTarget }: Reversal): PositionChange {
  return { kind, from, fromDemand: fromTarget };
}

/** Finds whether a statement asks more or less than the last one for another demand that it hardens or softens. */
function findMoves(voice: Voice, earlier: readonly Voice[], data: BargainingData): PositionChange[] {
  if ((voice.statement.polarity ?? 0) <= 0 || voice.statement.latest === null) return [];
  const demand = data.demands.get(voice.statement.target.id);
  const find = (kind: "HARDENED" | "SOFTENED", olds: readonly string[]) =>
    olds.flatMap((old): PositionChange[] => {
      const from = earlier.findLast(
        ({ statement }) =>
          statement.target.id === old && (statement.polarity ?? 0) > 0 && statement.latest !== null,
      );
      return from ? [{ kind, from: from.statement, fromDemand: from.statement.target }] : [];
    });
  return [...find("HARDENED", demand?.hardens ?? []), ...find("SOFTENED", demand?.softens ?? [])];
}

function positionOf({ statement }: Voice): PositionStep["position"] {
  const names = { "1": "FOR", "0.5": "CONDITIONAL", "0": null, "-0.5": "RESERVED", "-1": "AGAINST" } as const;
  return statement.polarity === null ? "WITHDRAWN" : names[`${statement.polarity}`];
}

function compareVoices({ statement: left }: Voice, { statement: right }: Voice): number {
  return (
    compareTexts(left.latest ?? "~", right.latest ?? "~") ||
    compareTexts(left.earliest ?? "~", right.earliest ?? "~") ||
    compareTexts(left.id, right.id)
  );
}
