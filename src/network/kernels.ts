import type { Kernel } from "./network-options.ts";

/**
 * Weighs a statement by its distance from the centre of its window.
 *
 * @param distance - u = |midpoint − centre| / half width, 0 or more.
 * @returns 0 to 1; 0 beyond u = 1; 1 without a kernel.
 */
export function kernelWeight(kernel: Kernel, distance: number): number {
  if (kernel === "NONE") return 1;
  return distance > 1 ? 0 : WEIGHTS[kernel](distance);
}

const WEIGHTS: Readonly<Record<Exclude<Kernel, "NONE">, (u: number) => number>> = {
  UNIFORM: () => 1,
  TRIANGULAR: (u) => 1 - u,
  EPANECHNIKOV: (u) => 1 - u * u,
  GAUSSIAN: (u) => Math.exp(-4.5 * u * u),
};
