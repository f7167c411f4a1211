import type { Polarity } from "../domain/acts.ts";
import { compareTexts } from "./refs.ts";
import type { LeftOutCount } from "./select-statements.ts";
import type { Voice } from "./voices.ts";

/** Where an actor stands on a demand. */
export type Position = "FOR" | "CONDITIONAL" | "RESERVED" | "AGAINST" | "MIXED" | "WITHDRAWN";

/** What an actor did about one demand: a stance, or the end of one. */
export interface Standpoint extends Voice {
  /** Id of the demand; that of the statement's target, or a demand that its target contains. */
  readonly demand: string;
  /** Null where the statement ends the position. */
  readonly polarity: Exclude<Polarity, 0>;
  /** The statement is about a proposal that contains the demand. */
  readonly isIndirect: boolean;
  readonly latest: string;
}

/** Tells which demands a statement takes a stand on: its target, or those of a proposal, when that is asked for. */
export type DemandsOf = (
  voice: Voice,
) => readonly { readonly demand: string; readonly isIndirect: boolean }[];

/**
 * Picks what takes a stand, or ends one, and can be placed in time, in order of time.
 *
 * @param leftOut - Takes the count of statements that are neither for nor against, without a date, or open-ended, and of
 *   those on a proposal that say nothing of its parts.
 */
export function pickStandpoints(
  voices: readonly Voice[],
  demandsOf: DemandsOf,
  leftOut: LeftOutCount,
): Standpoint[] {
  const counted = new Set<string>();
  const skip = (voice: Voice, reason: Parameters<LeftOutCount["add"]>[0]) => {
    if (!counted.has(voice.statement.id)) leftOut.add(reason);
    counted.add(voice.statement.id);
    return [];
  };
  return voices
    .flatMap((voice) => {
      const { polarity, earliest, latest } = voice.statement;
      if (polarity === 0) return skip(voice, "NO_POLARITY");
      if (latest === null) return skip(voice, earliest === null ? "UNDATED" : "OPEN_ENDED_DATE");
      const demands = demandsOf(voice);
      if (demands.length === 0) return skip(voice, "OTHER_TARGET");
      return demands.map(({ demand, isIndirect }) => ({ ...voice, demand, isIndirect, polarity, latest }));
    })
    .sort(compareStandpoints);
}

/** Orders by last day, first day, id. */
export function compareStandpoints(left: Standpoint, right: Standpoint): number {
  return (
    compareTexts(left.latest, right.latest) ||
    compareTexts(left.statement.earliest ?? "", right.statement.earliest ?? "") ||
    compareTexts(left.statement.id, right.statement.id)
  );
}

/** Gives the position that standpoints on one demand, in order, come to: that of the last day. */
export function readPosition(standpoints: readonly Standpoint[]): {
  readonly position: Position;
  readonly polarity: number | null;
  /** What the position rests on: the last one, or all of its day where they contradict each other. */
  readonly last: readonly Standpoint[];
} {
  const final = standpoints.at(-1);
  if (!final) throw new Error("no standpoint, no position");
  const sameDay = standpoints.filter((standpoint) => standpoint.latest === final.latest);
  if (signOf(sameDay) === "MIXED") {
    return { position: "MIXED", polarity: null, last: sameDay.filter(({ polarity }) => polarity !== null) };
  }
  return { position: nameOf(final.polarity), polarity: final.polarity, last: [final] };
}

/** Gives the sign of a day: for, against, both, or none where it ends in the end of the position. */
export function signOf(sameDay: readonly Standpoint[]): 1 | -1 | "MIXED" | null {
  const isFor = sameDay.some(({ polarity }) => polarity !== null && polarity > 0);
  const isAgainst = sameDay.some(({ polarity }) => polarity !== null && polarity < 0);
  if (isFor && isAgainst) return "MIXED";
  if (sameDay.at(-1)?.polarity === null) return null;
  return isFor ? 1 : -1;
}

/** Puts the standpoints of one day (their last one) together; they come in order. */
export function groupByDay(standpoints: readonly Standpoint[]): Standpoint[][] {
  const days: Standpoint[][] = [];
  for (const standpoint of standpoints) {
    const day = days.at(-1);
    if (day?.[0]?.latest === standpoint.latest) day.push(standpoint);
    else days.push([standpoint]);
  }
  return days;
}

/** Tells whether two standpoints come from different people or bodies that both only stand for the actor. */
export function isInternal(left: Standpoint, right: Standpoint): boolean {
  const stands = (standpoint: Standpoint) => !standpoint.speakers.includes(standpoint.actor);
  return stands(left) && stands(right) && !left.speakers.some((speaker) => right.speakers.includes(speaker));
}

function nameOf(polarity: Standpoint["polarity"]): Position {
  switch (polarity) {
    case 1:
      return "FOR";
    case 0.5:
      return "CONDITIONAL";
    case -0.5:
      return "RESERVED";
    case -1:
      return "AGAINST";
    case null:
      return "WITHDRAWN";
  }
}

/** Groups by a key, keeping the order within and of first appearance. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
