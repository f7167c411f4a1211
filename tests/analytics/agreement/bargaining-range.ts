import { expect } from "vitest";
import { bargainingRange } from "../../../src/analytics/bargaining-range.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { countFor, gapsOf, positionOf, stands, statementsOf, vouched } from "../support/naive.ts";
import { partsUnder, slugOf, sorted } from "../support/worlds.ts";

/** The gaps between the sides, the demands that each holds, and which of these contradict each other, on every issue. */
export async function agreeOnBargainingRange(database: Database, dataset: Dataset): Promise<void> {
  const { tables } = dataset;
  const counted = countFor(vouched(statementsOf(dataset)), tables);
  for (const { slug } of tables.issues) {
    const result = await bargainingRange(database, { case: slugOf(dataset), issue: slug });
    const gaps = result.gaps.flatMap(({ left, right, gap }) =>
      gap === null ? [] : [`${left.slug} ${right.slug} ${gap}`],
    );
    const issues = partsUnder(slug, tables.issues);
    expect(sorted(gaps)).toEqual(gapsOf(counted, tables, issues, result.issue.unit));
    const held = stands(counted, tables)
      .filter(({ demand }) => issues.includes(tables.demands.find((row) => row.slug === demand)?.issue ?? ""))
      .filter(({ list }) => ["FOR", "CONDITIONAL", "MIXED"].includes(positionOf(list)));
    expect(sorted(result.held.map(({ actor, demand }) => `${actor.slug} ${demand.slug}`))).toEqual(
      sorted(held.map(({ actor, demand }) => `${actor} ${demand}`)),
    );
    const against = (left: string, right: string) =>
      tables.links.some(
        ({ relation, from, to }) =>
          relation === "CONTRADICTS" &&
          [from, to].includes(left) &&
          [from, to].includes(right) &&
          left !== right,
      );
    const contradictions = held.flatMap((left, index) =>
      held
        .slice(index + 1)
        .filter((right) => against(left.demand, right.demand))
        .map((right) =>
          sorted([`${left.actor} ${left.demand}`, `${right.actor} ${right.demand}`]).join(" / "),
        ),
    );
    const write = ({ actor, demand }: (typeof result.held)[number]) => `${actor.slug} ${demand.slug}`;
    expect(
      sorted(result.contradictions.map(({ left, right }) => sorted([write(left), write(right)]).join(" / "))),
    ).toEqual(sorted(contradictions));
  }
}
