import { setTimeout as sleep } from "node:timers/promises";
import { DemarcheError } from "../../../src/domain/errors.ts";

/** Somebody who writes, and knows what was acknowledged. */
export interface Writers {
  /** Numbers of the writes that were acknowledged, in order. */
  readonly acknowledged: readonly number[];
  /** How often a write failed, by error code; `?` for what has none. */
  readonly failures: ReadonlyMap<string, number>;
  /** The last number that was tried. */
  sent(): number;
  stop(): Promise<void>;
}

/**
 * Starts writers that each write one thing after the other.
 *
 * @param write - Writes the thing of a number, never twice the same; resolves when it is acknowledged.
 * @param first - The first number.
 */
export function startWriters(
  write: (number: number) => Promise<void>,
  { count, first }: { readonly count: number; readonly first: number },
): Writers {
  const acknowledged: number[] = [];
  const failures = new Map<string, number>();
  let isStopped = false;
  let next = first;
  const work = async () => {
    while (!isStopped) {
      const number = next++;
      try {
        await write(number);
        acknowledged.push(number);
      } catch (error) {
        const code = error instanceof DemarcheError ? error.code : "?";
        failures.set(code, (failures.get(code) ?? 0) + 1);
        await sleep(500);
      }
    }
  };
  const working = Array.from({ length: count }, work);
  return {
    acknowledged,
    failures,
    sent: () => next - 1,
    stop: async () => {
      isStopped = true;
      await Promise.all(working);
    },
  };
}
