import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bargainingRange } from "../../src/analytics/bargaining-range.ts";
import { positionHistory } from "../../src/analytics/position-history.ts";
import { positions } from "../../src/analytics/positions.ts";
import { reversals } from "../../src/analytics/reversals.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import {
  type Counted,
  gapsOf,
  positionOf,
  reversalsOf,
  stands,
  statementsOf,
  toStates,
  vouched,
} from "./support/naive.ts";
import { arbitraryDebate, readCase } from "./support/worlds.ts";

const neo4j = useDatabase();
const cases: { example: Dataset | null; first: Dataset | null } = { example: null, first: null };

beforeAll(async () => {
  cases.example = await readCase(EXAMPLE_CASE);
  cases.first = await readCase(FIRST_CASE);
  await loadDataset(neo4j.database, EXAMPLE_CASE);
  await loadDataset(neo4j.database, FIRST_CASE);
});

const slugOf = (dataset: Dataset) => dataset.tables.case[0]?.slug ?? "";

function count(dataset: Dataset): Counted[] {
  return toStates(vouched(statementsOf(dataset)), dataset.tables);
}

async function agreeOnPositions(dataset: Dataset): Promise<void> {
  for (const asOf of [undefined, "2022-03-02", "2022-04-15", "2021-05"]) {
    for (const through of [false, true]) {
      const end = asOf === "2021-05" ? "2021-05-31" : asOf;
      const result = await positions(neo4j.database, {
        case: slugOf(dataset),
        asOf,
        throughProposals: through,
      });
      const shown = result.cells.map((cell) => [
        cell.actor.slug,
        cell.target.slug,
        cell.position,
        cell.isIndirect,
        cell.statements.map((statement) => statement.slug),
      ]);
      const wanted = stands(count(dataset), dataset.tables, end ? { asOf: end, through } : { through }).map(
        ({ actor, demand, list }) => {
          const last = list.at(-1);
          const decided =
            positionOf(list) === "MIXED"
              ? list.filter(({ row }) => row.latest === last?.row.latest && row.polarity !== null)
              : [last];
          return [
            actor,
            demand,
            positionOf(list),
            decided.every((one) => one?.isIndirect),
            list.map(({ row }) => row.slug),
          ];
        },
      );
      expect(sortRows(shown)).toEqual(sortRows(wanted));
    }
  }
}

async function agreeOnReversals(dataset: Dataset): Promise<void> {
  const result = await reversals(neo4j.database, { case: slugOf(dataset) });
  const shown = result.reversals.map(({ kind, actor, from, to }) =>
    [kind, actor.slug, from.slug, to.slug].join(" "),
  );
  expect([...shown].sort()).toEqual(reversalsOf(count(dataset), dataset.tables));
}

async function agreeOnRanges(dataset: Dataset): Promise<void> {
  for (const { slug } of dataset.tables.issues) {
    const result = await bargainingRange(neo4j.database, { case: slugOf(dataset), issue: slug });
    const shown = result.gaps.flatMap(({ left, right, gap }) =>
      gap === null ? [] : [`${left.slug} ${right.slug} ${gap}`],
    );
    const issues = narrower(slug, dataset);
    expect([...shown].sort()).toEqual(gapsOf(count(dataset), dataset.tables, issues, result.issue.unit));
  }
}

async function agreeOnHistories(dataset: Dataset): Promise<void> {
  const counted = count(dataset);
  for (const actor of [...new Set(counted.map((one) => one.actor))].slice(0, 3)) {
    for (const { slug } of dataset.tables.issues) {
      const result = await positionHistory(neo4j.database, { case: slugOf(dataset), actor, issue: slug });
      const issues = narrower(slug, dataset);
      const demands = dataset.tables.demands.filter(({ issue }) => issue !== null && issues.includes(issue));
      const wanted = counted
        .filter((one) => one.actor === actor && demands.some((demand) => demand.slug === one.row.target))
        .map(({ row }) => row)
        .sort((left, right) => {
          const key = (row: typeof left) => `${row.latest ?? "~"}|${row.earliest ?? "~"}|${row.slug}`;
          return key(left) < key(right) ? -1 : 1;
        });
      expect(result.steps.map((step) => step.statement.slug)).toEqual(wanted.map((row) => row.slug));
    }
  }
}

function narrower(slug: string, { tables }: Dataset): string[] {
  const found = [slug];
  for (const issue of found) {
    found.push(
      ...tables.issues
        .filter((row) => row.partOf === issue && !found.includes(row.slug))
        .map((row) => row.slug),
    );
  }
  return found;
}

function sortRows<T>(rows: readonly T[]): T[] {
  return [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

const AGREEMENTS = [
  ["positions", agreeOnPositions],
  ["reversals", agreeOnReversals],
  ["bargainingRange", agreeOnRanges],
  ["positionHistory", agreeOnHistories],
] as const;

describe.each(AGREEMENTS)("%s(database, input)", (_name, agree) => {
  it("agrees with a plain computation on the example case", async () => {
    if (cases.example) await agree(cases.example);
  });
  it("agrees with a plain computation on the first case", async () => {
    if (cases.first) await agree(cases.first);
  });
});

describe("the analyses of positions", () => {
  it("agree with plain computations on generated debates", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDebate(), async (debate) => {
        await loadDataset(neo4j.database, debate);
        for (const [, agree] of AGREEMENTS) await agree(debate);
        await unloadCase(neo4j.database, slugOf(debate));
      }),
      { numRuns: 25 },
    );
  });
});
