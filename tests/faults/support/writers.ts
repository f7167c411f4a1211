import { setTimeout as sleep } from "node:timers/promises";
import { DemarcheError } from "../../../src/domain/errors.ts";

/** Somebody who writes, and knows what was acknowledged. */
export interface Writers {
  /** Numbers of the writes that were acknowledged, in order. */
  readonly acknowledged: readonly number[];
  /** How often a write failed, by error code; `?` for what has none. */
  readonly failures: ReadonlyMap<string, number>;
  /** The last number that was given out. */
  sent(): number;
  stop(): Promise<void>;
}

/**
 * Starts writers that each write one thing after the other.
 *
 * @param write - Writes the thing of a number; resolves when it is acknowledged.
 * @param first - The first number.
 * @param triesAgain - Whether what was not acknowledged is sent again, as an editor does, before the next; else no number is
 * sent twice.
 */
export function startWriters(
  write: (number: number) => Promise<void>,
  {
    count,
    first,
    triesAgain,
  }: { readonly count: number; readonly first: number; readonly triesAgain: boolean },
): Writers {
  const acknowledged: number[] = [];
  const failures = new Map<string, number>();
  let isStopped = false;
  let next = first;
  const work = async () => {
    let number = next++;
    while (!isStopped) {
      try {
        await write(number);
        acknowledged.push(number);
        number = next++;
      } catch (error) {
        number = triesAgain ? number : next++;
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
