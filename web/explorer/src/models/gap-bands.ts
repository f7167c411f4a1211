import type { HeldValue } from "./range-series.ts";

interface Steps {
  readonly steps: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly values: readonly HeldValue[];
  }[];
}

/** The room between two actors for a time. */
export interface GapBand {
  /** ISO days. */
  readonly from: string;
  readonly until: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Gives the bands between two actors, each as high as the gap that was computed for it.
 *
 * @param history - The gap from a day on; null or 0 leaves no band.
 * @param lastDay - The ISO day at which the last band ends.
 */
export function gapBands(
  left: Steps,
  right: Steps,
  {
    history,
    lastDay,
  }: { readonly history: readonly { from: string; gap: number | null }[]; readonly lastDay: string },
): readonly GapBand[] {
  return history.flatMap(({ from, gap }, index) => {
    if (gap === null || gap === 0) return [];
    const between = findBetween(valuesOn(left, from), valuesOn(right, from), gap);
    const until = history[index + 1]?.from ?? lastDay;
    return between ? [{ from, until, ...between }] : [];
  });
}

/** Finds the two ends that lie as far apart as the gap. */
function findBetween(
  left: readonly HeldValue[],
  right: readonly HeldValue[],
  gap: number,
): { readonly low: number; readonly high: number } | null {
  for (const one of left) {
    for (const other of right) {
      const [below, above] = one.high <= other.low ? [one, other] : [other, one];
      if (above.low - below.high === gap) return { low: below.high, high: above.low };
    }
  }
  return null;
}

function valuesOn({ steps }: Steps, day: string): readonly HeldValue[] {
  return steps.find(({ from, until }) => from <= day && (until === null || day < until))?.values ?? [];
}
