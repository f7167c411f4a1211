/** A GraphQL query by name; `A` is the shape of its answer. */
export interface Question<A> {
  /** Name of the operation. */
  readonly name: string;
  readonly document: string;
  /** Never there: it only carries the type. */
  readonly answer?: A;
}

/** Values of a question's variables, by name; absent and null mean the same. */
export type Variables = Readonly<Record<string, unknown>>;

/** Names a question with its variables, in any order; a published page finds its answers under these keys. */
export function questionKey(name: string, variables: Variables): string {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== null);
  return `${name} ${JSON.stringify(Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1))))}`;
}
