import type { EdgeColumns } from "./edge-columns.ts";

/** An edge with all that makes it up; entries and signs as in `Entries`. */
export interface EdgeGroup {
  readonly source: number;
  readonly target: number;
  readonly kind: string;
  /** Left entry, right entry or -1, contribution. */
  readonly contributions: readonly (readonly [number, number, number])[];
}

/** Lays groups out as edges, in the order of source, target, kind; the weight is the sum of the contributions. */
export function makeGroupedEdges(
  groups: Iterable<EdgeGroup>,
  signOf: (entry: number) => number,
): EdgeColumns {
  const sorted = [...groups].sort(
    (a, b) => a.source - b.source || a.target - b.target || (a.kind < b.kind ? -1 : 1),
  );
  const visitContributions: EdgeColumns["visitContributions"] = (edge, visit) => {
    for (const [left, right, share] of sorted[edge]?.contributions ?? []) visit(left, right, share);
  };
  return {
    length: sorted.length,
    source: Int32Array.from(sorted, (group) => group.source),
    target: Int32Array.from(sorted, (group) => group.target),
    weight: Float64Array.from(sorted, sumContributions),
    kindOf: (edge) => sorted[edge]?.kind ?? "",
    visitContributions,
    visitEntries: (edge, visit) =>
      visitContributions(edge, (left, right) => {
        visit(left);
        if (right >= 0) visit(right);
      }),
    partsOf: (edge) => {
      const parts = { positive: 0, negative: 0 };
      visitContributions(edge, (left) => {
        if (signOf(left) > 0) parts.positive++;
        if (signOf(left) < 0) parts.negative++;
      });
      return parts;
    },
  };
}

/** Shares of the same whole, such as thirds, may miss it by the last digit. */
function sumContributions({ contributions }: EdgeGroup): number {
  const sum = contributions.reduce((total, [, , share]) => total + share, 0);
  return Math.abs(sum - Math.round(sum)) < 1e-9 ? Math.round(sum) : sum;
}
