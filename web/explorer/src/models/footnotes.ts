/** What a statement stands on: what is cited for it, and where it was read. */
interface Evidence<S> {
  readonly cites: readonly { readonly source: S }[];
  readonly foundIn: readonly { readonly source: S }[];
}

/** The sources of a story, numbered from 1 in order of first mention. */
export interface Footnotes<S> {
  readonly sources: readonly S[];
  /** The number of a source; 0 where the story does not mention it. */
  readonly numberOf: (source: S) => number;
}

/** Numbers the sources that statements rest on, each once: where it was read, then what is cited. */
export function footnotes<S extends { readonly id: string }>(
  statements: readonly Evidence<S>[],
): Footnotes<S> {
  const sources = new Map<string, S>();
  for (const { cites, foundIn } of statements) {
    for (const { source } of [...foundIn, ...cites]) sources.set(source.id, source);
  }
  const numbers = new Map([...sources.keys()].map((id, index) => [id, index + 1]));
  return { sources: [...sources.values()], numberOf: ({ id }) => numbers.get(id) ?? 0 };
}
