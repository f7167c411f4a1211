import { expect } from "vitest";
import type { CaseInput } from "../../../src/analytics/analysis-filter.ts";
import { positions } from "../../../src/analytics/positions.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import {
  type Counted,
  type CountingRule,
  countFor,
  keyOf,
  positionOf,
  type Row,
  stands,
  statementsOf,
  TO_STATES,
  vouched,
  withoutSources,
} from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

interface Variant extends Partial<CountingRule> {
  /** What the program is told, beside the case and whom to count for. */
  readonly input: Partial<CaseInput> & { readonly throughProposals?: boolean };
  /** The statements that pass, by the plain rule. */
  readonly keep?: (row: Row) => boolean;
}

const lies = (row: Row, from: string, to: string) =>
  row.earliest !== null && row.latest !== null && row.earliest >= from && row.latest <= to;

const VARIANTS: readonly Variant[] = [
  { input: {} },
  { input: { throughProposals: true } },
  { input: { asOf: "2022-03-02" }, keep: ({ latest }) => latest !== null && latest <= "2022-03-02" },
  {
    input: { asOf: "2022-04", throughProposals: true },
    keep: ({ latest }) => latest !== null && latest <= "2022-04-30",
  },
  { input: { from: "2022-03", to: "2022-03" }, keep: (row) => lies(row, "2022-03-01", "2022-03-31") },
  { input: { rollUp: "NONE" }, rollUp: "NONE" },
  { input: { rollUp: "ORGANIZATION" }, rollUp: "ORGANIZATION" },
  { input: { expandCoalitions: true }, expandCoalitions: true },
  { input: { rollUp: "NONE", expandCoalitions: true }, rollUp: "NONE", expandCoalitions: true },
];

/** Every cell of the matrix, by date, roll-up, through proposals and by issue, and without each of some sources. */
export async function agreeOnPositions(database: Database, dataset: Dataset): Promise<void> {
  for (const variant of VARIANTS) await agreeOn(database, dataset, variant);
  await agreeByIssue(database, dataset);
  for (const { slug } of dataset.tables.sources.slice(0, 3)) {
    const input = { withoutSources: [slug], throughProposals: true };
    await agreeOn(database, withoutSources(dataset, [slug]), { input });
  }
}

async function agreeOn(database: Database, dataset: Dataset, variant: Variant): Promise<void> {
  const { input, keep = () => true, ...rule } = variant;
  const result = await positions(database, { case: slugOf(dataset), ...input });
  const shown = result.cells.map((cell) =>
    JSON.stringify([
      cell.actor.slug,
      cell.target.slug,
      cell.position,
      cell.isIndirect,
      cell.statements.map((statement) => statement.slug),
    ]),
  );
  const rows = vouched(statementsOf(dataset)).filter(keep);
  const counted = countFor(rows, dataset.tables, { ...TO_STATES, ...rule });
  const through = input.throughProposals ?? false;
  const wanted = stands(counted, dataset.tables, { through }).map(({ actor, demand, list }) =>
    JSON.stringify([actor, demand, positionOf(list), isIndirect(list), list.map(({ row }) => row.slug)]),
  );
  expect({ input, cells: sorted(shown) }).toEqual({ input, cells: sorted(wanted) });
}

/** By issue: the position on the demand of the issue that was spoken of last, with those on its other demands. */
async function agreeByIssue(database: Database, dataset: Dataset): Promise<void> {
  const { tables } = dataset;
  const result = await positions(database, { case: slugOf(dataset), by: "ISSUE" });
  const issueOf = (slug: string) => tables.demands.find((row) => row.slug === slug)?.issue ?? null;
  const cells = stands(countFor(vouched(statementsOf(dataset)), tables), tables).filter(
    ({ demand }) => issueOf(demand) !== null,
  );
  const lastOf = ({ list, demand }: (typeof cells)[number]) => `${list.map(keyOf).at(-1)} ${demand}`;
  const wanted = [...new Set(cells.map(({ actor, demand }) => `${actor} ${issueOf(demand)}`))].map((cell) => {
    const own = cells.filter(({ actor, demand }) => `${actor} ${issueOf(demand)}` === cell);
    const [deciding] = own.toSorted((left, right) => (lastOf(left) < lastOf(right) ? 1 : -1));
    const spoken = new Set(own.flatMap(({ list }) => list.map(({ row }) => row.slug)));
    const demands = sorted(own.map(({ demand, list }) => `${demand} ${positionOf(list)}`));
    return JSON.stringify([cell, positionOf(deciding?.list ?? []), spoken.size, demands]);
  });
  const shown = result.cells.map(({ actor, target, position, statementCount, demands }) =>
    JSON.stringify([
      `${actor.slug} ${target.slug}`,
      position,
      statementCount,
      sorted(demands.map(({ demand, position: own }) => `${demand.slug} ${own}`)),
    ]),
  );
  expect(sorted(shown)).toEqual(sorted(wanted));
}

/** Whether all that the position rests on is about proposals. */
function isIndirect(list: readonly (Counted & { readonly isIndirect: boolean })[]): boolean {
  const last = list.at(-1);
  if (positionOf(list) !== "MIXED") return last?.isIndirect ?? false;
  return list
    .filter(({ row }) => row.latest === last?.row.latest && row.polarity !== null)
    .every((one) => one.isIndirect);
}
