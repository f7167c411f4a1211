import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";

const LINE_BITS = 27;
const LINE_MASK = 2 ** LINE_BITS - 1;

/** Where and as what a slug is defined. */
export interface Definition {
  readonly kind: NodeKind;
  readonly line: number;
}

/** All slugs of a case with kind and line, in about a hundred bytes each. */
export class SlugIndex {
  // Kind and line in one small integer: an object each would double the memory of a million statements.
  readonly #entries = new Map<string, number>();

  /** Enters a slug, unless it is there already; gives the earlier definition in that case. */
  add(slug: string, definition: Definition): Definition | null {
    const earlier = this.find(slug);
    if (earlier) return earlier;
    this.#entries.set(
      detach(slug),
      NODE_KINDS.indexOf(definition.kind) * 2 ** LINE_BITS + (definition.line & LINE_MASK),
    );
    return null;
  }

  find(slug: string): Definition | null {
    const entry = this.#entries.get(slug);
    if (entry === undefined) return null;
    const kind = NODE_KINDS[Math.floor(entry / 2 ** LINE_BITS)];
    return kind ? { kind, line: entry & LINE_MASK } : null;
  }

  /** Gives the kind of what a slug names. */
  kindOf(slug: string): NodeKind | null {
    const entry = this.#entries.get(slug);
    return entry === undefined ? null : (NODE_KINDS[Math.floor(entry / 2 ** LINE_BITS)] ?? null);
  }

  /** The slugs of some kinds; of all kinds where none is given. */
  *slugsOf(kinds: readonly NodeKind[]): Generator<string> {
    for (const slug of this.#entries.keys()) {
      const kind = kinds.length === 0 ? null : this.kindOf(slug);
      if (kind === null || kinds.includes(kind)) yield slug;
    }
  }

  get size(): number {
    return this.#entries.size;
  }
}

/** V8 keeps a slice of 13 characters or more as a view that holds the whole piece of file that it was cut from. */
function detach(slug: string): string {
  return slug.length < 13 ? slug : Buffer.from(slug, "utf8").toString("utf8");
}
