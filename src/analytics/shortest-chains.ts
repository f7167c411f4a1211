import { groupBy } from "./standpoints.ts";

/** The part that a thing has in a statement. */
export interface Part<Role extends string> {
  readonly statement: string;
  readonly role: Role;
  readonly thing: string;
}

/** A way from one thing to the next through one statement. */
export interface Hop<Role extends string> {
  readonly from: string;
  readonly fromRole: Role;
  readonly statement: string;
  readonly toRole: Role;
  readonly to: string;
}

/**
 * Finds the shortest chains of hops between two things: all that are as short as the shortest.
 *
 * @param parts - Each once.
 * @returns At most `limit` chains; none where the shortest would have more than `mostSteps` hops.
 */
export function findShortestChains<Role extends string>(
  parts: readonly Part<Role>[],
  ends: { readonly source: string; readonly target: string },
  { mostSteps, limit }: { readonly mostSteps: number; readonly limit: number },
): Hop<Role>[][] {
  const ofStatement = groupBy(parts, ({ statement }) => statement);
  const ofThing = groupBy(parts, ({ thing }) => thing);
  /** For each thing reached, the hops by which it is reached in the fewest steps. */
  const reached = new Map<string, Hop<Role>[]>([[ends.source, []]]);
  let front = [ends.source];
  for (let step = 0; step < mostSteps && front.length > 0 && !reached.has(ends.target); step += 1) {
    const next = groupBy(
      front.flatMap((from) => hopsFrom(from)).filter(({ to }) => !reached.has(to)),
      ({ to }) => to,
    );
    for (const [thing, hops] of next) reached.set(thing, hops);
    front = [...next.keys()];
  }
  return reached.has(ends.target) ? writeChains(ends.target) : [];

  function hopsFrom(from: string): Hop<Role>[] {
    return (ofThing.get(from) ?? []).flatMap(({ statement, role: fromRole }) =>
      (ofStatement.get(statement) ?? []).map(({ role: toRole, thing: to }) => ({
        from,
        fromRole,
        statement,
        toRole,
        to,
      })),
    );
  }

  function writeChains(target: string): Hop<Role>[][] {
    const chains: Hop<Role>[][] = [];
    const walk = (thing: string, rest: readonly Hop<Role>[]): void => {
      if (chains.length === limit) return;
      if (thing === ends.source) chains.push([...rest]);
      for (const hop of reached.get(thing) ?? []) walk(hop.from, [hop, ...rest]);
    };
    walk(target, []);
    return chains;
  }
}
