import type { CaseDemand } from "./case-demands.ts";
import { compareTexts } from "./refs.ts";
import { groupBy, groupByDay, isInternal, type Standpoint, signOf } from "./standpoints.ts";
import type { Voice } from "./voices.ts";

/** How an actor came to say the opposite of what it said before. */
export type TurnKind =
  /** Opposite signs on one demand, one after the other. */
  | "OPPOSITE_SIGN"
  /** For a demand, and later for one that contradicts it. */
  | "CONTRADICTING_DEMAND"
  /** A promise, and its breach. */
  | "BROKEN_PROMISE"
  /** Both on the same day. */
  | "MIXED"
  /** Two who stand for the actor said opposite things. */
  | "INTERNAL_SPLIT";

/** Two statements of one actor of which the later takes back the earlier. */
export interface Turn {
  readonly kind: TurnKind;
  readonly from: Voice;
  readonly to: Voice;
}

/** Finds where one actor turned on one demand; standpoints on it, in order. */
export function findTurnsOnDemand(standpoints: readonly Standpoint[]): Turn[] {
  const days = groupByDay(standpoints);
  return days.flatMap((day, index) => {
    const sign = signOf(day);
    if (sign === "MIXED") return mixedTurn(day);
    const before = days[index - 1];
    if (!before || sign === null) return [];
    if (signOf(before) !== -sign) return [];
    const [from, to] = [lastOf(before, -sign as 1 | -1), firstOf(day, sign)];
    return from && to ? [{ kind: isInternal(from, to) ? "INTERNAL_SPLIT" : "OPPOSITE_SIGN", from, to }] : [];
  });
}

/** Finds where one actor came to be for a demand that contradicts one it was for before. */
export function findContradictions(
  byDemand: ReadonlyMap<string, readonly Standpoint[]>,
  demands: ReadonlyMap<string, CaseDemand>,
): Turn[] {
  const turns: Turn[] = [];
  for (const [demand, own] of byDemand) {
    for (const other of demands.get(demand)?.contradicts ?? []) {
      if (demand < other) turns.push(...contradictionsBetween(own, byDemand.get(other) ?? []));
    }
  }
  return turns;
}

/** Finds promises that their maker broke: a breach of the same proposal that is not certainly earlier. */
export function findBrokenPromises(voices: readonly Voice[]): Turn[] {
  const byActor = groupBy(voices, ({ actor, statement }) => `${actor} ${statement.target.id}`);
  return [...byActor.values()].flatMap((own) => {
    const promises = own.filter(({ statement }) => statement.act === "PROMISED").sort(byDays);
    return own
      .filter(({ statement }) => statement.act === "VIOLATED")
      .sort(byDays)
      .flatMap((to): Turn[] => {
        const from = promises.filter((promise) => !isCertainlyBefore(to, promise)).at(-1);
        return from ? [{ kind: "BROKEN_PROMISE", from, to }] : [];
      });
  });
}

/** Pairs, on two demands that contradict each other, a stand for one with the next day's stand for the other. */
function contradictionsBetween(left: readonly Standpoint[], right: readonly Standpoint[]): Turn[] {
  const both = [...left, ...right].sort((a, b) => compareTexts(a.latest, b.latest));
  const days = groupByDay(both);
  return days.flatMap((day, index) => {
    const [here, there] = splitByDemand(day, left);
    const sameDay = pairFor(here, there, "MIXED");
    if (sameDay) return [sameDay];
    const before = days[index - 1];
    if (!before) return [];
    const [hereBefore, thereBefore] = splitByDemand(before, left);
    const turns = [
      pairFor(hereBefore, there, "CONTRADICTING_DEMAND"),
      pairFor(thereBefore, here, "CONTRADICTING_DEMAND"),
    ];
    return turns.filter((turn) => turn !== null);
  });
}

function splitByDemand(
  day: readonly Standpoint[],
  left: readonly Standpoint[],
): [Standpoint[], Standpoint[]] {
  const demand = left[0]?.demand;
  return [
    day.filter((standpoint) => standpoint.demand === demand),
    day.filter((standpoint) => standpoint.demand !== demand),
  ];
}

function pairFor(from: readonly Standpoint[], to: readonly Standpoint[], kind: TurnKind): Turn | null {
  if (signOf(from) !== 1 || signOf(to) !== 1) return null;
  const [first, last] = [lastOf(from, 1), firstOf(to, 1)];
  if (!first || !last) return null;
  return { kind: isInternal(first, last) ? "INTERNAL_SPLIT" : kind, from: first, to: last };
}

function mixedTurn(day: readonly Standpoint[]): Turn[] {
  const [one, other] = [firstOf(day, 1), firstOf(day, -1)];
  if (!one || !other) return [];
  const [from, to] = day.indexOf(one) < day.indexOf(other) ? [one, other] : [other, one];
  return [{ kind: isInternal(from, to) ? "INTERNAL_SPLIT" : "MIXED", from, to }];
}

function firstOf(day: readonly Standpoint[], sign: 1 | -1): Standpoint | undefined {
  return day.find(({ polarity }) => Math.sign(polarity ?? 0) === sign);
}

function lastOf(day: readonly Standpoint[], sign: 1 | -1): Standpoint | undefined {
  return day.findLast(({ polarity }) => Math.sign(polarity ?? 0) === sign);
}

function byDays(left: Voice, right: Voice): number {
  const key = ({ statement }: Voice) => statement.latest ?? "~";
  return compareTexts(key(left), key(right)) || compareTexts(left.statement.id, right.statement.id);
}

function isCertainlyBefore({ statement: left }: Voice, { statement: right }: Voice): boolean {
  return left.latest !== null && right.earliest !== null && left.latest < right.earliest;
}
