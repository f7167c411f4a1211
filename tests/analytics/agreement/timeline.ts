import { expect } from "vitest";
import { timeline } from "../../../src/analytics/timeline.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { statementsOf } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** Every statement, meeting, event and proposal stands in the timeline once, in order of time. */
export async function agreeOnTimeline(database: Database, dataset: Dataset): Promise<void> {
  const { entries, pageInfo } = await timeline(database, { case: slugOf(dataset) });
  const { meetings, events, proposals } = dataset.tables;
  const wanted = [...statementsOf(dataset), ...meetings, ...events, ...proposals].map((row) => row.slug);
  expect(pageInfo.totalCount).toBe(wanted.length);
  expect(sorted(entries.map((entry) => entry.slug))).toEqual(sorted(wanted));
  const days = entries.map((entry) => entry.earliest).filter((day) => day !== null);
  const unordered = days.filter((day, index) => index > 0 && day < (days[index - 1] ?? ""));
  // Only what an explicit order moves may stand before an earlier day.
  expect(unordered.length).toBeLessThanOrEqual(
    dataset.tables.links.filter(({ relation }) => relation === "AFTER").length + 4,
  );
}
