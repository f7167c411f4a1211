/** A demand of an issue with how it stands to others; relations lead from the new demand to the old. */
export interface LadderDemand {
  readonly slug: string;
  readonly hardens: readonly { readonly slug: string }[];
  readonly softens: readonly { readonly slug: string }[];
}

/** Demands that stand above and below each other. */
export interface DemandLadder<D> {
  /** From the hardest down; demands on one rung are as hard as each other, as far as the relations say. */
  readonly rungs: readonly (readonly D[])[];
}

/** The demands of an issue, ordered as far as they are set against each other. */
export interface DemandLadders<D> {
  /** Ladders of at least two rungs, the longest first. */
  readonly ladders: readonly DemandLadder<D>[];
  /** Demands that no other hardens or softens, in the order given. */
  readonly apart: readonly D[];
}

/**
 * Orders the demands of an issue from the hardest down, one ladder for all that are set against each other.
 *
 * A demand stands one rung above the highest that it hardens, or that softens it. Relations that run in a circle are cut
 * where the circle closes.
 */
export function demandLadders<D extends LadderDemand>(demands: readonly D[]): DemandLadders<D> {
  const softer = findSofter(demands);
  const heights = findHeights(softer);
  const groups = findGroups(demands, softer);
  const ladders = groups
    .filter((group) => group.length > 1)
    .map((group) => ({ rungs: cutRungs(group, heights) }))
    .sort((left, right) => right.rungs.length - left.rungs.length);
  return { ladders, apart: groups.filter((group) => group.length === 1).flat() };
}

function cutRungs<D extends LadderDemand>(
  group: readonly D[],
  heights: ReadonlyMap<string, number>,
): readonly (readonly D[])[] {
  const levels = [...new Set(group.map(({ slug }) => heights.get(slug) ?? 0))].sort((a, b) => b - a);
  return levels.map((level) => group.filter(({ slug }) => heights.get(slug) === level));
}

function findHeights(softer: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  const climb = (slug: string, path: ReadonlySet<string>): number => {
    const known = heights.get(slug);
    if (known !== undefined) return known;
    const below = [...(softer.get(slug) ?? [])].filter((other) => !path.has(other));
    const height = Math.max(-1, ...below.map((other) => climb(other, new Set([...path, slug])))) + 1;
    heights.set(slug, height);
    return height;
  };
  for (const slug of softer.keys()) climb(slug, new Set([slug]));
  return heights;
}

/** Gives the demands that are joined by relations, directly or through others, each group in the order given. */
function findGroups<D extends LadderDemand>(
  demands: readonly D[],
  softer: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly D[])[] {
  const groupOf = new Map(demands.map(({ slug }) => [slug, slug]));
  for (const [slug, others] of softer) {
    for (const other of others) {
      const [kept, dropped] = [groupOf.get(slug) ?? slug, groupOf.get(other)];
      for (const [member, group] of groupOf) if (group === dropped) groupOf.set(member, kept);
    }
  }
  const names = [...new Set(groupOf.values())];
  return names.map((name) => demands.filter(({ slug }) => groupOf.get(slug) === name));
}

/** Gives, for each demand, those that ask less than it. */
function findSofter(demands: readonly LadderDemand[]): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Set(demands.map(({ slug }) => slug));
  const softer = new Map(demands.map(({ slug }) => [slug, new Set<string>()]));
  for (const { slug, hardens, softens } of demands) {
    for (const other of hardens) if (own.has(other.slug)) softer.get(slug)?.add(other.slug);
    for (const other of softens) softer.get(other.slug)?.add(slug);
  }
  return softer;
}
