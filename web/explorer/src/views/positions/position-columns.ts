import type { PositionCell } from "../../../../../src/questions/positions.ts";
import { nameCitation } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import type { Column } from "../../parts/column.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { keyOf } from "./matrix-table.tsx";

/** The columns of the positions as a table; quote and sources are those of the last statement. */
export function positionColumns(
  navigation: Navigation,
  reversed: ReadonlySet<string>,
): readonly Column<PositionCell>[] {
  const { columns, positions } = texts;
  return [
    {
      title: columns.actor,
      value: ({ actor }) => actor.name,
      link: ({ actor }) => traceLink(navigation, actor.slug),
    },
    {
      title: columns.demand,
      value: ({ target }) => target.name,
      link: ({ target }) => traceLink(navigation, target.slug),
    },
    { title: columns.issue, value: ({ issue }) => issue?.name ?? null },
    { title: columns.position, value: ({ position }) => positions.words[position] },
    { title: columns.date, value: ({ date }) => date },
    { title: columns.reversed, value: (cell) => (reversed.has(keyOf(cell)) ? texts.yes : "") },
    { title: columns.statements, value: ({ statements }) => statements.length },
    {
      title: columns.status,
      value: ({ statements }) => texts.statuses[statements.at(-1)?.status ?? "REPORTED"],
    },
    { title: columns.quote, value: ({ statements }) => statements.at(-1)?.quote ?? null },
    {
      title: columns.sources,
      value: ({ statements }) => statements.at(-1)?.cites.map(nameCitation).join("; ") ?? null,
    },
  ];
}
