/** How long a query waits for the first run of its text, whose parameters may make that one slow. */
const PATIENCE_MS = 2_000;
/** Longer texts are nobody's daily question. */
const LONGEST_TEXT = 20_000;
const MOST_TEXTS = 300;

/**
 * Lets the first run of a query text go ahead, and the others follow once it is answered.
 *
 * Neo4j works out a plan for each of those who ask a new text at once: two hundred readers of a server that has just
 * started would keep it at that for many seconds, where one is done in a tenth.
 */
export class FirstRuns {
  /** By text: what settles once others may follow. */
  readonly #followed = new Map<string, Promise<unknown>>();

  /** Runs `work`, at once or after the first run of the same text. */
  async run<T>(text: string, work: () => Promise<T>): Promise<T> {
    if (text.length > LONGEST_TEXT) return await work();
    const first = this.#followed.get(text);
    if (first === undefined) return await this.#lead(text, work);
    await first;
    return await work();
  }

  /** Begins anew: a Neo4j that was started again has no plans. */
  forget(): void {
    this.#followed.clear();
  }

  async #lead<T>(text: string, work: () => Promise<T>): Promise<T> {
    if (this.#followed.size >= MOST_TEXTS) this.forget();
    const answer = work();
    this.#followed.set(text, settledWithin(answer, PATIENCE_MS));
    return await answer;
  }
}

/** Resolves once a promise is settled either way, or the time is over. */
async function settledWithin(promise: Promise<unknown>, timeMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, timeMs);
  });
  await Promise.race([promise.catch(() => undefined), over]);
  clearTimeout(timer);
}
