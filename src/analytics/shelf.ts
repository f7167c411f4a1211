import type { Database } from "../database/database.ts";
import { shareAmongRequests } from "../database/request-scope.ts";

/** Some of them hold 150 MB for a million statements. */
const MOST_HELD = 3;

interface Held {
  readonly revision: string;
  readonly values: Map<string, Promise<unknown>>;
}

/**
 * Holds what was fetched of cases, by database, as long as each stays as it was; of three at once, the one that was asked for
 * least lately goes first.
 */
export class Shelf {
  readonly #held = new WeakMap<Database, Map<string, Held>>();

  /**
   * Gives what was fetched before, else fetches it now. A fetch that fails is not held.
   *
   * @param of - Key of what is held together, and the revision of its case; null: not known, and fetched each time.
   * @param name - What is fetched, the same for the same fetch.
   * @param stays - Whether a value may be held.
   */
  take<T>(
    database: Database,
    of: { readonly key: string; readonly revision: string | null },
    { name, fetch, stays = () => true }: Fetched<T>,
  ): Promise<T> {
    if (of.revision === null) return fetch();
    const { values } = this.#open(database, of.key, of.revision);
    const known = values.get(name) as Promise<T> | undefined;
    if (known) return known;
    const value = shareAmongRequests(fetch);
    values.set(name, value);
    value.then(
      (fetched) => stays(fetched) || values.delete(name),
      () => values.delete(name),
    );
    return value;
  }

  /** Forgets what is held of an earlier revision, and what was asked for least lately. */
  #open(database: Database, key: string, revision: string): Held {
    const all = this.#held.get(database) ?? new Map<string, Held>();
    this.#held.set(database, all);
    const known = all.get(key);
    const held = known?.revision === revision ? known : { revision, values: new Map() };
    all.delete(key);
    all.set(key, held);
    for (const oldest of all.keys()) if (all.size > MOST_HELD) all.delete(oldest);
    return held;
  }
}

/** What is taken from a shelf. */
export interface Fetched<T> {
  readonly name: string;
  readonly fetch: () => Promise<T>;
  readonly stays?: (value: T) => boolean;
}
