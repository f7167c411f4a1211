import { setTimeout as sleep } from "node:timers/promises";

/** Somebody who asks a server again and again. */
export interface Reader {
  /** How often each status was answered so far; 0: no answer at all. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Waits for the next so many answers of a status. */
  next(status: number, times?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Asks the API for its cases, one request after the other. */
export function startReader(url: string): Reader {
  const statuses = new Map<number, number>();
  let isStopped = false;
  const reading = (async () => {
    while (!isStopped) {
      const status = await ask(url);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await sleep(20);
    }
  })();
  return {
    statuses,
    next: async (status, times = 1) => {
      const wanted = (statuses.get(status) ?? 0) + times;
      while ((statuses.get(status) ?? 0) < wanted) await sleep(20);
    },
    stop: async () => {
      isStopped = true;
      await reading;
    },
  };
}

async function ask(url: string): Promise<number> {
  try {
    const response = await fetch(new URL("graphql", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ cases { slug } }" }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    return errors !== undefined && response.ok ? 500 : response.status;
  } catch {
    return 0;
  }
}
