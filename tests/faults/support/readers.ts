import { setTimeout as sleep } from "node:timers/promises";

/** Somebody who asks a server again and again. */
export interface Reader {
  /** How often each status was answered so far; 0: no answer at all, 500: an answer with an error. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Waits for the next so many answers of a status. */
  next(status: number, times?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ReaderOptions {
  /** Asked in turn; each is told how many were asked before. The cases, where none is given. */
  readonly questions?: readonly ((number: number) => string)[];
  readonly pauseMs?: number;
}

const ASK_CASES = () => "{ cases { slug } }";

/** Asks the API, one question after the other. */
export function startReader(
  url: string,
  { questions = [ASK_CASES], pauseMs = 20 }: ReaderOptions = {},
): Reader {
  const statuses = new Map<number, number>();
  let isStopped = false;
  const reading = (async () => {
    for (let number = 0; !isStopped; number += 1) {
      const question = questions[number % questions.length] ?? ASK_CASES;
      const status = await ask(url, question(number));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await sleep(pauseMs);
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

async function ask(url: string, query: string): Promise<number> {
  try {
    const response = await fetch(new URL("graphql", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    return errors !== undefined && response.ok ? 500 : response.status;
  } catch {
    return 0;
  }
}
