import { DemarcheError } from "../domain/errors.ts";
import type { QueryOptions } from "./database.ts";
import { currentScope } from "./request-scope.ts";

/**
 * Waits for an answer no longer than the options, and the request that it is for, allow.
 *
 * Neo4j ends a query by itself only at its next check, seconds later; closing the session after this rejects makes it end
 * the query at once.
 *
 * @throws DemarcheError TIMEOUT after `timeoutMs`, or when the signal is one of `AbortSignal.timeout`; else the signal's
 * own reason.
 */
export async function endEarly<T>(answer: Promise<T>, { timeoutMs, signal }: QueryOptions): Promise<T> {
  const signals = [signal, currentScope().signal].filter((one) => one !== undefined && one !== null);
  if (timeoutMs === undefined && signals.length === 0) return await answer;
  const limit = new AbortController();
  const timer = timeoutMs === undefined ? null : setTimeout(() => limit.abort(tooLong()), timeoutMs);
  const listeners = signals.map((one) => [one, () => limit.abort(abortReason(one))] as const);
  for (const [one, abort] of listeners) {
    if (one.aborted) abort();
    one.addEventListener("abort", abort, { once: true });
  }
  try {
    return await Promise.race([answer, rejectOnAbort(limit.signal)]);
  } finally {
    if (timer !== null) clearTimeout(timer);
    for (const [one, abort] of listeners) one.removeEventListener("abort", abort);
    // Whoever lost the race may still fail: nobody waits for it any more.
    answer.catch(() => undefined);
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function abortReason(signal: AbortSignal): unknown {
  const reason: unknown = signal.reason;
  return reason instanceof DOMException && reason.name === "TimeoutError" ? tooLong() : reason;
}

function tooLong(): DemarcheError {
  return new DemarcheError(
    "TIMEOUT",
    "The query took longer than the limit and was stopped. Ask for less at once.",
  );
}
