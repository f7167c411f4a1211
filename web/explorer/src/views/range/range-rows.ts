import type { RangeAnswer } from "../../../../../src/questions/range.ts";
import type { Ref, Statement } from "../../../../../src/questions/statement.ts";
import { nameCitation } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import type { Column } from "../../parts/column.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";

/** What one actor holds: a value for a time, or a demand without a number. */
export interface RangeRow {
  readonly actor: Ref;
  readonly demand: Ref;
  readonly from: string | null;
  readonly until: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly valuePrinted: string | null;
  readonly bound: string | null;
  readonly statement: Statement | null;
}

/** Gives the values of a range as rows, then the demands held without a number. */
export function rangeRows({ ranges, held }: RangeAnswer["bargainingRange"]): readonly RangeRow[] {
  const values = ranges.flatMap(({ actor, steps }) =>
    steps.flatMap(({ from, until, values: held }) => held.map((value) => ({ actor, from, until, ...value }))),
  );
  const valued = new Set(values.map(({ actor, demand }) => `${actor.id} ${demand.id}`));
  const others = held.filter(({ actor, demand }) => !valued.has(`${actor.id} ${demand.id}`));
  return [
    ...values,
    ...others.map(({ actor, demand, statements }) => ({
      actor,
      demand,
      from: statements.at(-1)?.latest ?? null,
      until: null,
      low: null,
      high: null,
      valuePrinted: null,
      bound: null,
      statement: statements.at(-1) ?? null,
    })),
  ];
}

/** The columns of a range as a table. */
export function rangeColumns(navigation: Navigation, unit: string): readonly Column<RangeRow>[] {
  const { columns, range } = texts;
  return [
    {
      title: columns.actor,
      value: ({ actor }) => actor.name,
      link: ({ actor }) => traceLink(navigation, actor.slug),
    },
    {
      title: columns.demand,
      value: ({ demand }) => demand.name,
      link: ({ demand }) => traceLink(navigation, demand.slug),
    },
    { title: columns.from, value: ({ from }) => from },
    { title: columns.until, value: ({ until }) => until },
    { title: range.lowIn(unit), value: ({ low }) => low },
    { title: range.highIn(unit), value: ({ high }) => high },
    { title: columns.printed, value: ({ valuePrinted }) => valuePrinted },
    { title: columns.bound, value: ({ bound }) => range.bounds[bound ?? ""] ?? null },
    {
      title: columns.status,
      value: ({ statement }) => (statement ? texts.statuses[statement.status] : null),
    },
    { title: columns.quote, value: ({ statement }) => statement?.quote ?? null },
    {
      title: columns.sources,
      value: ({ statement }) => statement?.cites.map(nameCitation).join("; ") ?? null,
    },
  ];
}
