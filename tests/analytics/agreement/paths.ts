import { expect } from "vitest";
import { type Paths, paths } from "../../../src/analytics/paths.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { type CountingRule, partsOf, shortestPaths, statementsOf, TO_STATES } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

const RULES: readonly CountingRule[] = [
  { rollUp: "NONE", expandCoalitions: false },
  TO_STATES,
  { rollUp: "ORGANIZATION", expandCoalitions: true },
];
const MOST_PATHS = 1000;

/** All shortest chains between some actors and others, and demands, are found, as coded and after roll-up. */
export async function agreeOnPaths(database: Database, dataset: Dataset): Promise<void> {
  for (const rule of RULES) await agreeOn(database, dataset, rule);
}

async function agreeOn(database: Database, dataset: Dataset, rule: CountingRule): Promise<void> {
  const { tables } = dataset;
  const { actors, demands } = tables;
  const rows = statementsOf(dataset).map((row) => ({ slug: row.slug, parts: partsOf(row, tables, rule) }));
  const pairs = actors
    .slice(0, 4)
    .flatMap((actor) =>
      [...actors.slice(5, 8), ...demands.slice(0, 4)].map((other) => [actor.slug, other.slug] as const),
    );
  for (const [source, target] of pairs) {
    const ends = { source: `${slugOf(dataset)}/${source}`, target: `${slugOf(dataset)}/${target}` };
    const result = await paths(database, { ...ends, ...rule });
    const wanted = shortestPaths(rows, source, target);
    const asked = { source, target, ...rule };
    expect({ ...asked, length: result.length, count: result.pageInfo.totalCount }).toEqual({
      ...asked,
      length: wanted?.length ?? null,
      count: Math.min(wanted?.chains.length ?? 0, MOST_PATHS),
    });
    const shown = result.paths.map(writeChain);
    if (shown.length < MOST_PATHS) {
      expect({ ...asked, shown: sorted(shown) }).toEqual({ ...asked, shown: sorted(wanted?.chains ?? []) });
    } else {
      expect(shown.filter((chain) => !wanted?.chains.includes(chain))).toEqual([]);
    }
  }
}

/** A chain in words: `northland STATED s-04 ON zone-40`. */
function writeChain({ steps }: Paths["paths"][number]): string {
  const hops = steps.map(
    ({ fromRole, statement, toRole, to }) => `${fromRole} ${statement.slug} ${toRole} ${to.slug}`,
  );
  return [steps[0]?.from.slug, ...hops].join(" ");
}
