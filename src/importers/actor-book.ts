import type { ActorKind } from "../domain/vocabulary.ts";
import type { CaseSink } from "./case-sink.ts";
import { detach } from "./detach.ts";

/** What is known of an actor when it is first met. */
export interface NewActor {
  readonly name: string;
  /** What its slug is made from, where that is not the name: a code, which does not hang on the order of rows. */
  readonly slugFrom?: string;
  readonly kind: ActorKind;
  readonly aliases?: readonly string[];
  readonly iso3?: string | null;
  readonly note?: string | null;
  readonly foundIn?: readonly string[];
}

interface KnownActor extends NewActor {
  readonly slug: string;
  readonly aliases: readonly string[];
  readonly otherNames: Set<string>;
}

/** The actors of an import, one for each key (a code or a name); written at the end, when all their names are known. */
export class ActorBook {
  readonly #sink: CaseSink;
  readonly #actors = new Map<string, KnownActor>();

  constructor(sink: CaseSink) {
    this.#sink = sink;
  }

  /** Gives the slug of the actor with a key; `describe` is asked when it is new. */
  slugOf(key: string, describe: () => NewActor): string {
    return (this.#actors.get(key) ?? this.#enter(key, describe())).slug;
  }

  /** Notes a name that the actor goes by as well. */
  addName(key: string, name: string): void {
    const actor = this.#actors.get(key);
    if (!actor || name === "" || name === actor.name || actor.otherNames.has(name)) return;
    actor.otherNames.add(detach(name));
  }

  /** Corrects what was said of an actor when it was first met. */
  amend(key: string, changes: Partial<Pick<NewActor, "kind" | "note" | "iso3">>): void {
    const actor = this.#actors.get(key);
    if (actor) this.#actors.set(key, { ...actor, ...changes });
  }

  /** Writes all actors, in the order in which they were met. */
  async write(): Promise<void> {
    for (const { slug, name, kind, aliases, otherNames, iso3, note, foundIn } of this.#actors.values()) {
      const names = new Set([...aliases, ...otherNames]);
      names.delete(name);
      const row = { slug, name, kind, aliases: [...names], iso3: iso3 ?? null, note: note ?? null };
      const waiting = this.#sink.write("actors", { ...row, foundIn: foundIn ?? [] });
      if (waiting) await waiting;
    }
  }

  #enter(key: string, actor: NewActor): KnownActor {
    const name = detach(actor.name);
    const known = {
      ...actor,
      name,
      slug: this.#sink.slugs.claim(actor.slugFrom ?? name, "actor"),
      aliases: (actor.aliases ?? []).filter((alias) => alias !== "").map(detach),
      otherNames: new Set<string>(),
    };
    this.#actors.set(detach(key), known);
    return known;
  }
}
