/** A number that an actor holds, or holds from `low` to `high`. */
export interface HeldValue {
  readonly low: number;
  readonly high: number;
}

interface Step<V> {
  /** ISO day. */
  readonly from: string;
  readonly until: string | null;
  readonly values: readonly V[];
}

/** One level stretch of an actor's line. */
export interface Stretch<V> {
  readonly from: string;
  /** ISO day at which it ends: the next step, or the end of the chart. */
  readonly until: string;
  readonly value: V;
}

/** Gives the level stretches of an actor's line up to a last day; where nothing is held there is none. */
export function stretches<V extends HeldValue>(
  steps: readonly Step<V>[],
  lastDay: string,
): readonly Stretch<V>[] {
  return steps.flatMap(({ from, until, values }) =>
    values.map((value) => ({ from, until: until ?? lastDay, value })),
  );
}

/** Gives the ends of an axis that holds all values, and 0, so that no distance looks greater than it is. */
export function valueExtent(values: readonly HeldValue[]): readonly [low: number, high: number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(0, ...values.map((value) => value.low));
  const high = Math.max(0, ...values.map((value) => value.high));
  const margin = (high - low || 1) * 0.1;
  return [low < 0 ? low - margin : 0, high > 0 ? high + margin : 0];
}

/** Moves labels apart so that no two are nearer than `distance`, keeping their order; each moves as little as a sweep down and up finds. */
export function spreadLabels(
  heights: readonly number[],
  { distance, bottom }: { readonly distance: number; readonly bottom: number },
): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  let least = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.height = Math.max(label.height, least + distance);
    least = label.height;
  }
  let greatest = bottom + distance;
  for (const label of order.toReversed()) {
    label.height = Math.min(label.height, greatest - distance);
    greatest = label.height;
  }
  const spread = [...heights];
  for (const { height, index } of order) spread[index] = height;
  return spread;
}
