import { expect } from "vitest";
import { positionHistory } from "../../../src/analytics/position-history.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { countFor, type Row, statementsOf, vouched } from "../support/naive.ts";
import { partsUnder, slugOf } from "../support/worlds.ts";

/** The statements of some actors on every issue, in order, and which of them harden or soften what they asked before. */
export async function agreeOnPositionHistory(database: Database, dataset: Dataset): Promise<void> {
  const { tables } = dataset;
  const counted = countFor(vouched(statementsOf(dataset)), tables);
  for (const actor of [...new Set(counted.map((one) => one.actor))].slice(0, 3)) {
    for (const { slug } of tables.issues) {
      const result = await positionHistory(database, { case: slugOf(dataset), actor, issue: slug });
      const issues = partsUnder(slug, tables.issues);
      const demands = tables.demands.filter(({ issue }) => issue !== null && issues.includes(issue));
      const rows = counted
        .filter((one) => one.actor === actor && demands.some((demand) => demand.slug === one.row.target))
        .map(({ row }) => row)
        .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
      const shown = result.steps.map(({ statement, changes }) => [
        statement.slug,
        ...changes
          .filter(({ kind }) => kind === "HARDENED" || kind === "SOFTENED")
          .map(({ kind, from }) => `${kind} ${from.slug}`),
      ]);
      expect(shown).toEqual(
        rows.map((row, index) => [row.slug, ...movesOf(row, rows.slice(0, index), dataset)]),
      );
    }
  }
}

function keyOf(row: Row): string {
  return `${row.latest ?? "~"}|${row.earliest ?? "~"}|${row.slug}`;
}

function movesOf(row: Row, earlier: readonly Row[], { tables }: Dataset): string[] {
  const isFor = (one: Row) => (one.polarity ?? 0) > 0 && one.latest !== null;
  if (!isFor(row)) return [];
  const find = (relation: string, kind: string) =>
    tables.links
      .filter((link) => link.relation === relation && link.from === row.target)
      .flatMap(({ to }) => earlier.findLast((one) => one.target === to && isFor(one)) ?? [])
      .map((from) => `${kind} ${from.slug}`);
  return [...find("HARDENS", "HARDENED"), ...find("SOFTENS", "SOFTENED")];
}
