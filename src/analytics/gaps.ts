import type { ActorRange, StatedValue } from "./ranges.ts";
import { compareTexts, type Ref } from "./refs.ts";

/** How far two actors were apart from a day on. */
export interface GapStep {
  readonly from: string;
  /** In the unit; 0 where the values overlap, null where one of the two holds none. */
  readonly gap: number | null;
}

/** What became of a gap between the first and the last time that both held values. */
export type GapTrend = "CLOSED" | "NARROWED" | "WIDENED" | "UNCHANGED";

/** The distance between two actors over time. */
export interface GapBetween {
  readonly left: Ref;
  readonly right: Ref;
  /** From the first day on which both held a value. */
  readonly history: readonly GapStep[];
  /** At the end; null where one of the two then holds no value. */
  readonly gap: number | null;
  /** CLOSED: 0 at the end, and not at first. */
  readonly trend: GapTrend;
}

/** Measures the distance between each two actors that at some time both held values. */
export function findGaps(ranges: readonly ActorRange[]): GapBetween[] {
  return ranges.flatMap((left, index) =>
    ranges.slice(index + 1).flatMap((right) => {
      const history = findHistory(left, right);
      const last = history.at(-1);
      if (!last) return [];
      return [{ left: left.actor, right: right.actor, history, gap: last.gap, trend: findTrend(history) }];
    }),
  );
}

function findHistory(left: ActorRange, right: ActorRange): GapStep[] {
  const days = [...new Set([...left.steps, ...right.steps].map(({ from }) => from))].sort(compareTexts);
  const history: GapStep[] = [];
  for (const from of days) {
    const gap = measure(valuesOn(left, from), valuesOn(right, from));
    if (history.length === 0 && gap === null) continue;
    if (history.at(-1)?.gap !== gap) history.push({ from, gap });
  }
  return history;
}

function valuesOn(range: ActorRange, day: string): readonly StatedValue[] {
  return range.steps.findLast(({ from }) => from <= day)?.values ?? [];
}

/** The distance between the nearest of two lists of intervals. */
function measure(left: readonly StatedValue[], right: readonly StatedValue[]): number | null {
  const distances = left.flatMap((a) => right.map((b) => Math.max(0, a.low - b.high, b.low - a.high)));
  return distances.length === 0 ? null : Math.min(...distances);
}

function findTrend(history: readonly GapStep[]): GapTrend {
  const gaps = history.flatMap(({ gap }) => gap ?? []);
  const [first = 0, last = 0] = [gaps[0], gaps.at(-1)];
  if (last === first) return "UNCHANGED";
  if (last === 0) return "CLOSED";
  return last < first ? "NARROWED" : "WIDENED";
}
