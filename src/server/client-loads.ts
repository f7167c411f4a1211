/** What one client asks for. */
interface Load {
  /** Requests that wait. */
  waiting: number;
  running: number;
  /** Milliseconds that requests beyond one at a time have run, less those in which it asked for nothing; as of `since`. */
  extraMs: number;
  since: number;
  /** When its last request began. */
  beganAt: number;
  /** Drops a client that has been gone for long enough. */
  forgetting: NodeJS.Timeout | null;
}

/** A client with more extra time than this is greedy. */
const GREEDY_MS = 2_000;
/** Extra time beyond this is not counted, so that a client is forgiven soon after it has ended. */
const MOST_EXTRA_MS = 10_000;
/** A client is about until this long after its last request. */
const ABOUT_MS = 1_000;
/** A greedy client may begin a request each so many milliseconds, whatever else runs: 20 a second. */
export const PACE_MS = 50;

/**
 * Knows which clients are greedy: those that have had more than one request running at a time, and for long. Who asks one
 * thing after the other never is.
 */
export class ClientLoads {
  readonly #loads = new Map<string, Load>();
  readonly #now: () => number;

  /** @param now - Gives the time in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A request comes, and waits. */
  arrive(client: string): void {
    const load = this.#loads.get(client) ?? this.#add(client);
    if (load.forgetting !== null) clearTimeout(load.forgetting);
    load.forgetting = null;
    this.#change(client, { waiting: 1 });
  }

  /** One that waited begins. */
  begin(client: string): void {
    const load = this.#change(client, { waiting: -1, running: 1 });
    if (load) load.beganAt = load.since;
  }

  /** One that waited goes without having begun. */
  leave(client: string): void {
    this.#change(client, { waiting: -1 });
  }

  /** One that ran has ended. */
  end(client: string): void {
    this.#change(client, { running: -1 });
  }

  /**
   * Whether a request of a client may begin. While clients are about that are not greedy, those that are begin one when
   * nothing of theirs runs and those others ask for nothing, or at their pace.
   */
  mayBegin(client: string): boolean {
    const load = this.#loads.get(client);
    if (!load || !this.#isGreedy(load)) return true;
    const others = [...this.#loads.values()].filter((other) => other !== load && !this.#isGreedy(other));
    if (others.length === 0 || this.#now() - load.beganAt >= PACE_MS) return true;
    return load.running === 0 && others.every((other) => other.waiting === 0 && other.running === 0);
  }

  #change(client: string, { waiting = 0, running = 0 }): Load | undefined {
    const load = this.#loads.get(client);
    if (!load) return;
    this.#settle(load);
    load.waiting += waiting;
    load.running += running;
    if (load.waiting === 0 && load.running === 0) this.#forgetLater(client, load);
    return load;
  }

  #forgetLater(client: string, load: Load): void {
    const ms = Math.max(ABOUT_MS, load.extraMs);
    load.forgetting = setTimeout(() => this.#loads.delete(client), ms).unref();
  }

  #add(client: string): Load {
    const now = this.#now();
    const load: Load = { waiting: 0, running: 0, extraMs: 0, since: now, beganAt: now, forgetting: null };
    this.#loads.set(client, load);
    return load;
  }

  #isGreedy(load: Load): boolean {
    this.#settle(load);
    return load.extraMs > GREEDY_MS;
  }

  #settle(load: Load): void {
    const now = this.#now();
    // Who waits asks for something too, so that a crowd that is held back is not forgiven for being held back.
    const rate = load.running > 0 ? load.running - 1 : load.waiting > 0 ? 0 : -1;
    load.extraMs = Math.min(Math.max(load.extraMs + rate * (now - load.since), 0), MOST_EXTRA_MS);
    load.since = now;
  }
}
