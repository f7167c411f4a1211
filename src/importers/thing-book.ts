import type { RecordOf, TableName } from "../domain/tables.ts";
import type { CaseSink } from "./case-sink.ts";
import { detach } from "./detach.ts";

/** The tables whose rows an import makes once for each key. */
type SluggedTable = "demands" | "claims" | "proposals" | "meetings" | "issues" | "sources" | "events";

/** Rows of one table, made once for each key and written at once. */
export class ThingBook<T extends SluggedTable> {
  readonly #table: T;
  readonly #sink: CaseSink;
  readonly #slugs = new Map<string, string>();

  constructor(table: T, sink: CaseSink) {
    this.#table = table;
    this.#sink = sink;
  }

  /** Tells whether there is a row with the key. */
  has(key: string): boolean {
    return this.#slugs.has(key);
  }

  /** Gives the slug of the row with a key; a new one is written, named after `name`. */
  async slugOf(key: string, name: string, describe: () => Partial<RecordOf<T>>): Promise<string> {
    const known = this.#slugs.get(key);
    if (known !== undefined) return known;
    const slug = this.#sink.slugs.claim(name, this.#table.slice(0, -1));
    this.#slugs.set(detach(key), slug);
    await this.#sink.write(this.#table, { ...describe(), slug } as Partial<RecordOf<TableName>>);
    return slug;
  }
}
