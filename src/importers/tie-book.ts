import type { CaseSink } from "./case-sink.ts";

/** Who speaks for which organisation: one row for each pair, however often the data say so. */
export class TieBook {
  readonly #sink: CaseSink;
  readonly #foundIn: readonly string[];
  readonly #known = new Set<string>();

  constructor(sink: CaseSink, source: string) {
    this.#sink = sink;
    this.#foundIn = [source];
  }

  async tie(actor: string, organization: string): Promise<void> {
    const key = `${actor} ${organization}`;
    if (actor === organization || this.#known.has(key)) return;
    this.#known.add(key);
    const tie = { actor, relation: "REPRESENTS", of: organization, basis: "STATED" } as const;
    await this.#sink.write("representations", { ...tie, foundIn: this.#foundIn });
  }
}
