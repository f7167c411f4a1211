/** One unit: the value that each coder gave it, null where a coder gave none. All units list the coders in the same order. */
export type CodedUnit = readonly (string | null)[];

/**
 * Computes Krippendorff's alpha for nominal values, with any number of coders and missing values.
 *
 * @returns 1 for perfect agreement, 0 for what chance would give, below 0 for less; null where fewer than two values can
 * be paired or all paired values are the same, since then nothing could have disagreed.
 * @see docs/methods.md#agreement-of-coders for the formula and the paper it follows.
 */
export function krippendorffAlpha(units: readonly CodedUnit[]): number | null {
  const totals = new Map<string, number>();
  let observed = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
    observed += countDisagreeingPairs(values) / (values.length - 1);
  }
  const sizes = [...totals.values()];
  const n = sum(sizes);
  const expected = n * n - sum(sizes.map((size) => size * size));
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/**
 * Computes Cohen's kappa for two coders over the units that both coded.
 *
 * @returns As for alpha; null where no unit was coded by both, or chance agreement is perfect.
 */
export function cohenKappa(units: readonly CodedUnit[]): number | null {
  const pairs = units.flatMap(([left, right]) =>
    left === null || left === undefined || right === null || right === undefined
      ? []
      : [[left, right] as const],
  );
  if (pairs.length === 0) return null;
  const agreementShare = pairs.filter(([left, right]) => left === right).length / pairs.length;
  const values = new Set(pairs.flat());
  const chanceShare = sum([...values].map((value) => shareOf(pairs, 0, value) * shareOf(pairs, 1, value)));
  return chanceShare === 1 ? null : (agreementShare - chanceShare) / (1 - chanceShare);
}

// ordered pairs, as in the coincidence matrix
function countDisagreeingPairs(values: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return values.length ** 2 - sum([...sizes.values()].map((size) => size ** 2));
}

function shareOf(pairs: readonly (readonly [string, string])[], side: 0 | 1, value: string): number {
  return pairs.filter((pair) => pair[side] === value).length / pairs.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
