import { expect } from "vitest";
import { reversals } from "../../../src/analytics/reversals.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { countFor, reversalsOf, statementsOf, vouched, withoutSources } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** Every reversal, with both statements; also without each of some sources. */
export async function agreeOnReversals(database: Database, dataset: Dataset): Promise<void> {
  await agreeOn(database, dataset, []);
  for (const { slug } of dataset.tables.sources.slice(0, 3)) {
    await agreeOn(database, withoutSources(dataset, [slug]), [slug]);
  }
}

async function agreeOn(database: Database, dataset: Dataset, left: readonly string[]): Promise<void> {
  const result = await reversals(database, { case: slugOf(dataset), withoutSources: left });
  const shown = result.reversals.map(({ kind, actor, from, to }) =>
    [kind, actor.slug, from.slug, to.slug].join(" "),
  );
  const counted = countFor(vouched(statementsOf(dataset)), dataset.tables);
  expect(sorted(shown)).toEqual(reversalsOf(counted, dataset.tables));
}
