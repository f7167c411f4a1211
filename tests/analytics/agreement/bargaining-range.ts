import { expect } from "vitest";
import { bargainingRange } from "../../../src/analytics/bargaining-range.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import {
  type Counted,
  countFor,
  daysOf,
  gapsOf,
  positionOf,
  stands,
  statementsOf,
  vouched,
} from "../support/naive.ts";
import { partsUnder, slugOf, sorted } from "../support/worlds.ts";

/** The gaps between the sides, the demands that each holds, and which of these contradict each other, on every issue. */
export async function agreeOnBargainingRange(database: Database, dataset: Dataset): Promise<void> {
  for (const through of [false, true]) await agreeOn(database, dataset, through);
}

async function agreeOn(database: Database, dataset: Dataset, through: boolean): Promise<void> {
  const { tables } = dataset;
  const counted = countFor(vouched(statementsOf(dataset)), tables);
  for (const { slug, unit } of tables.issues) {
    const input = { case: slugOf(dataset), issue: slug, throughProposals: through };
    const result = await bargainingRange(database, input);
    const gaps = result.gaps.flatMap(({ left, right, gap }) =>
      gap === null ? [] : [`${left.slug} ${right.slug} ${gap}`],
    );
    const issues = partsUnder(slug, tables.issues);
    const issue = { parts: issues, unit };
    expect(sorted(gaps)).toEqual(gapsOf(counted, tables, issue, { through }));
    for (const { left, right, history, trend } of result.gaps) {
      const wanted = historyOf(`${left.slug} ${right.slug} `, counted, (day) =>
        gapsOf(counted, tables, issue, { asOf: day, through }),
      );
      expect({ issue: slug, left: left.slug, right: right.slug, history, trend }).toEqual({
        issue: slug,
        left: left.slug,
        right: right.slug,
        history: wanted,
        trend: trendOf(wanted.flatMap(({ gap }) => gap ?? [])),
      });
    }
    const held = stands(counted, tables, { through })
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

interface Step {
  readonly from: string;
  readonly gap: number | null;
}

/** The gap of a pair on every day of the debate, from the first on which there is one; each change once. */
function historyOf(
  pair: string,
  counted: readonly Counted[],
  gapsOn: (day: string) => readonly string[],
): Step[] {
  const steps = daysOf(counted).map((from): Step => {
    const found = gapsOn(from).find((gap) => gap.startsWith(pair));
    return { from, gap: found === undefined ? null : Number(found.slice(pair.length)) };
  });
  const first = steps.findIndex(({ gap }) => gap !== null);
  return steps.slice(first).filter(({ gap }, index, all) => index === 0 || gap !== all[index - 1]?.gap);
}

function trendOf(gaps: readonly number[]): string {
  const [first = 0, last = 0] = [gaps[0], gaps.at(-1)];
  if (first === last) return "UNCHANGED";
  if (last > first) return "WIDENED";
  return last === 0 ? "CLOSED" : "NARROWED";
}
