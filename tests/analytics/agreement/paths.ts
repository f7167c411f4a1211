import { expect } from "vitest";
import { paths } from "../../../src/analytics/paths.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { shortestPaths, statementsOf } from "../support/naive.ts";
import { slugOf } from "../support/worlds.ts";

/** All shortest chains between some actors and others, and demands, are found. */
export async function agreeOnPaths(database: Database, dataset: Dataset): Promise<void> {
  const rows = statementsOf(dataset);
  const { actors, demands } = dataset.tables;
  const pairs = actors
    .slice(0, 5)
    .flatMap((actor) =>
      [...actors.slice(5, 8), ...demands.slice(0, 4)].map((other) => [actor.slug, other.slug] as const),
    );
  for (const [source, target] of pairs) {
    const result = await paths(database, {
      source: `${slugOf(dataset)}/${source}`,
      target: `${slugOf(dataset)}/${target}`,
    });
    const wanted = shortestPaths(rows, source, target);
    const shown =
      result.length === null ? null : { length: result.length, count: result.pageInfo.totalCount };
    expect({ source, target, ...shown }).toEqual({
      source,
      target,
      ...(wanted && { length: wanted.length, count: Math.min(wanted.count, 1000) }),
    });
  }
}
