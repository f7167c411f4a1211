import { expect } from "vitest";
import { cases } from "../../../src/analytics/cases.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { statementsOf } from "../support/naive.ts";
import { slugOf } from "../support/worlds.ts";

/** A case counts what its tables hold. */
export async function agreeOnCases(database: Database, dataset: Dataset): Promise<void> {
  const { tables } = dataset;
  const summary = (await cases(database)).find(({ id }) => id === slugOf(dataset));
  expect(summary?.counts).toMatchObject({
    actors: tables.actors.length,
    issues: tables.issues.length,
    demands: tables.demands.length,
    proposals: tables.proposals.length,
    meetings: tables.meetings.length,
    events: tables.events.length,
    claims: tables.claims.length,
    sources: tables.sources.length,
    statements: statementsOf(dataset).length,
  });
}
