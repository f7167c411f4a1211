import { setTimeout as sleep } from "node:timers/promises";

/** Asks as a friendly client does, one request after the other, until told to stop. */
export interface PoliteReader {
  /** Ends it, and gives the time in milliseconds that 95 of 100 answers stayed within. */
  stop(): Promise<number>;
}

const QUERY = '{ trace(id: "lake-talks/zone-20") { root { id } } }';

/** Starts a friendly client. */
export function startPoliteReader(url: string): PoliteReader {
  const times: number[] = [];
  let isStopped = false;
  const reading = (async () => {
    while (!isStopped) {
      const startedAt = performance.now();
      const response = await fetch(new URL("graphql", url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: QUERY }),
      });
      await response.text();
      times.push(performance.now() - startedAt);
      await sleep(20);
    }
  })();
  return {
    stop: async () => {
      isStopped = true;
      await reading;
      const sorted = times.toSorted((left, right) => left - right);
      return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
    },
  };
}
