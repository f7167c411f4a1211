/** A set of whole numbers from 0 to 2^53, small where they lie close together: 32 of them share one entry. */
export class IdSet {
  readonly #words = new Map<number, number>();

  /** Enters a number; tells whether it is new. */
  add(id: number): boolean {
    const key = Math.floor(id / 32);
    const bit = 1 << (id % 32);
    const word = this.#words.get(key) ?? 0;
    if ((word & bit) !== 0) return false;
    this.#words.set(key, word | bit);
    return true;
  }
}
