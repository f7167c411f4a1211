const NOISE = 1e-12;

/** Subtracts sums of fractions: those that are equal but for the last digits of their adding up give 0. */
export function subtract(left: number, right: number): number {
  const difference = left - right;
  return Math.abs(difference) <= NOISE * (Math.abs(left) + Math.abs(right)) ? 0 : difference;
}
