import type { ActorKind } from "../domain/vocabulary.ts";
import { lazily } from "./lazily.ts";
import type { ActorEntry, NetworkData, SourceEntry, TargetEntry } from "./network-data.ts";

/** What is looked up while statements are counted; the same for every network of the case. */
export interface CaseIndex {
  readonly actors: ReadonlyMap<string, ActorEntry>;
  readonly actorKinds: ReadonlyMap<string, ActorKind>;
  readonly targets: ReadonlyMap<string, TargetEntry>;
  readonly sources: ReadonlyMap<string, SourceEntry>;
  /** For each source with other entries, the one that stands for the work. */
  readonly works: ReadonlyMap<string, string>;
  /** For each actor that is the same as others, the one that stands for all. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** Place of each statement in the order of time, then of ids; undated last. */
  readonly rank: () => Int32Array;
}

const known = new WeakMap<NetworkData, CaseIndex>();

/** Indexes a case once. */
export function indexCase(data: NetworkData): CaseIndex {
  const index = known.get(data) ?? makeIndex(data);
  known.set(data, index);
  return index;
}

/** Gives every entry of the works that given sources are entries of. */
export function expandWorks(index: CaseIndex, sources: readonly string[]): Set<string> {
  const works = new Set(sources.map((source) => workOf(index, source)));
  const entries = [...index.sources.keys()].filter((source) => works.has(workOf(index, source)));
  return new Set([...sources, ...entries]);
}

/** Gives the entry that stands for a source's work. */
export function workOf(index: CaseIndex, source: string): string {
  return index.works.get(source) ?? source;
}

function makeIndex(data: NetworkData): CaseIndex {
  const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
  const ties = data.sources.flatMap(({ id, sameWorkAs }) => sameWorkAs.map((other) => [id, other] as const));
  return {
    actors,
    actorKinds: new Map(data.actors.map((actor) => [actor.id, actor.kind])),
    targets: new Map(data.targets.map((target) => [target.id, target])),
    sources: new Map(data.sources.map((source) => [source.id, source])),
    works: joinPairs(ties, () => true),
    sameAs: joinPairs(data.sameAs, (id) => actors.has(id)),
    rank: lazily(() => rankStatements(data)),
  };
}

/** Gives each member of a chain of pairs the first of the chain, preferring those that `isPreferred`. */
function joinPairs(
  pairs: readonly (readonly [string, string])[],
  isPreferred: (id: string) => boolean,
): Map<string, string> {
  const neighbours = new Map<string, string[]>();
  for (const [left, right] of pairs) {
    neighbours.set(left, [...(neighbours.get(left) ?? []), right]);
    neighbours.set(right, [...(neighbours.get(right) ?? []), left]);
  }
  const first = new Map<string, string>();
  for (const start of neighbours.keys()) {
    if (first.has(start)) continue;
    const chain = reach(start, neighbours);
    const one = chain.filter(isPreferred).sort()[0] ?? start;
    for (const id of chain) first.set(id, one);
  }
  return first;
}

function reach(start: string, neighbours: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set([start]);
  for (const id of seen) for (const next of neighbours.get(id) ?? []) seen.add(next);
  return [...seen];
}

function rankStatements({ statements }: NetworkData): Int32Array {
  const { ids, earliest } = statements;
  // NO_DAY is the least number; undated statements come last.
  const dayOf = (row: number) => (earliest[row] === -2_147_483_648 ? Infinity : (earliest[row] ?? 0));
  const rows = Array.from(ids.keys()).sort((a, b) => {
    const days = dayOf(a) - dayOf(b);
    if (days < 0 || days > 0) return days;
    return compare(ids[a] ?? "", ids[b] ?? "");
  });
  const rank = new Int32Array(ids.length);
  for (const [place, row] of rows.entries()) rank[row] = place;
  return rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
