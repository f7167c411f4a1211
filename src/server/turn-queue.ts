/** A queue in which clients take turns: however many entries one has waiting, it gives one, then the next client's is due. */
export class TurnQueue<Entry> {
  /** What waits, by client, the longest waiting first; the client whose turn it is comes first. */
  readonly #waiting = new Map<string, Set<Entry>>();
  #size = 0;

  /** How many entries wait. */
  get size(): number {
    return this.#size;
  }

  /** How many entries of a client wait. */
  countOf(client: string): number {
    return this.#waiting.get(client)?.size ?? 0;
  }

  /** Puts an entry behind the others of its client; a client that had none comes last. */
  add(client: string, entry: Entry): void {
    const own = this.#waiting.get(client) ?? new Set();
    this.#waiting.set(client, own.add(entry));
    this.#size += 1;
  }

  /** Takes an entry out, wherever it stands. */
  delete(client: string, entry: Entry): void {
    const own = this.#waiting.get(client);
    if (!own?.delete(entry)) return;
    this.#size -= 1;
    if (own.size === 0) this.#waiting.delete(client);
  }

  /**
   * Takes out the entry whose turn it is; null where none may begin.
   *
   * @param mayBegin - Clients for which it is false are passed over and keep their turn.
   */
  take(mayBegin: (client: string) => boolean): Entry | null {
    for (const [client, own] of this.#waiting) {
      const [entry] = own;
      if (entry === undefined || !mayBegin(client)) continue;
      this.delete(client, entry);
      this.#putLast(client);
      return entry;
    }
    return null;
  }

  /** Gives the client that has most entries waiting, and the last of them; null where nothing waits. */
  findLongest(): { readonly client: string; readonly last: Entry } | null {
    let longest: [string, Set<Entry>] | null = null;
    for (const candidate of this.#waiting)
      if (longest === null || candidate[1].size > longest[1].size) longest = candidate;
    if (longest === null) return null;
    const [client, own] = longest;
    return { client, last: [...own].at(-1) as Entry };
  }

  #putLast(client: string): void {
    const own = this.#waiting.get(client);
    if (!own) return;
    this.#waiting.delete(client);
    this.#waiting.set(client, own);
  }
}
