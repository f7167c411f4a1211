import { DemarcheError } from "../domain/errors.ts";
import type { QueryOptions } from "./database.ts";

/**
 * Waits for an answer no longer than the options allow.
 *
 * Neo4j ends a query by itself only at its next check, seconds later; closing the session after this rejects makes it end
 * the query at once.
 *
 * @throws DemarcheError TIMEOUT after `timeoutMs`, or when the signal is one of `AbortSignal.timeout`; else the signal's
 * own reason.
 */
export async function endEarly<T>(answer: Promise<T>, { timeoutMs, signal }: QueryOptions): Promise<T> {
  if (timeoutMs === undefined && signal === undefined) return await answer;
  const limit = new AbortController();
  const timer = timeoutMs === undefined ? null : setTimeout(() => limit.abort(tooLong()), timeoutMs);
  const abort = () => limit.abort(abortReason(signal));
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([answer, rejectOnAbort(limit.signal)]);
  } finally {
    if (timer !== null) clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
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

function abortReason(signal: AbortSignal | undefined): unknown {
  const reason: unknown = signal?.reason;
  return reason instanceof DOMException && reason.name === "TimeoutError" ? tooLong() : reason;
}

function tooLong(): DemarcheError {
  return new DemarcheError(
    "TIMEOUT",
    "The query took longer than the limit and was stopped. Ask for less at once.",
  );
}
