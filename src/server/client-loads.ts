/** What one client has running. */
interface Load {
  running: number;
  /** Milliseconds that requests beyond one at a time have run, less those in which none ran; as of `since`. */
  extraMs: number;
  since: number;
  /** Drops a client that has been gone for long enough. */
  forgetting: NodeJS.Timeout | null;
}

/** A client with more extra time than this is greedy. */
const GREEDY_MS = 2_000;
/** Extra time beyond this is not counted, so that a client is forgiven soon after it has ended. */
const MOST_EXTRA_MS = 10_000;
/** A client is about until this long after its last request. */
const ABOUT_MS = 1_000;

/**
 * Knows how many requests of each client run, and which clients are greedy: those that have had more than one running at a
 * time, and for long. Who asks one thing after the other never is.
 */
export class ClientLoads {
  readonly #loads = new Map<string, Load>();
  readonly #now: () => number;

  /** @param now - Gives the time in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many requests of a client run. */
  runningOf(client: string): number {
    return this.#loads.get(client)?.running ?? 0;
  }

  begin(client: string): void {
    const load = this.#loads.get(client) ?? this.#add(client);
    if (load.forgetting !== null) clearTimeout(load.forgetting);
    load.forgetting = null;
    this.#settle(load);
    load.running += 1;
  }

  end(client: string): void {
    const load = this.#loads.get(client);
    if (!load) return;
    this.#settle(load);
    load.running -= 1;
    if (load.running > 0) return;
    load.forgetting = setTimeout(() => this.#loads.delete(client), Math.max(ABOUT_MS, load.extraMs)).unref();
  }

  /** Whether a client is greedy while another is about that is not. */
  crowdsOut(client: string): boolean {
    if (!this.#isGreedy(this.#loads.get(client))) return false;
    for (const [other, load] of this.#loads) if (other !== client && !this.#isGreedy(load)) return true;
    return false;
  }

  #add(client: string): Load {
    const load: Load = { running: 0, extraMs: 0, since: this.#now(), forgetting: null };
    this.#loads.set(client, load);
    return load;
  }

  #isGreedy(load: Load | undefined): boolean {
    if (!load) return false;
    this.#settle(load);
    return load.extraMs > GREEDY_MS;
  }

  #settle(load: Load): void {
    const now = this.#now();
    const extraMs = load.extraMs + (load.running - 1) * (now - load.since);
    load.extraMs = Math.min(Math.max(extraMs, 0), MOST_EXTRA_MS);
    load.since = now;
  }
}
