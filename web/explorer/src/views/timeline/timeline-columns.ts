import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import { nameCitation } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import type { Column } from "../../parts/column.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";

/** The columns of the timeline as a table: dates as written and as the days that they span. */
export function timelineColumns(navigation: Navigation): readonly Column<TimelineEntry>[] {
  const { columns } = texts;
  return [
    { title: columns.date, value: ({ date }) => date },
    { title: columns.dateBasis, value: ({ dateBasis }) => texts.dates.bases[dateBasis ?? ""] ?? null },
    { title: columns.firstDay, value: ({ earliest }) => earliest },
    { title: columns.lastDay, value: ({ latest }) => latest },
    { title: columns.kind, value: ({ kind, subkind }) => texts.kinds(subkind ?? kind) },
    {
      title: columns.actor,
      value: ({ statement }) => statement?.actors.map(({ name }) => name).join(", ") ?? null,
    },
    { title: columns.act, value: ({ statement }) => (statement ? texts.acts(statement.act) : null) },
    {
      title: columns.name,
      value: ({ name, statement }) => statement?.target.name ?? name,
      link: ({ slug, statement }) => traceLink(navigation, statement?.target.slug ?? slug),
    },
    {
      title: columns.status,
      value: ({ statement }) => (statement ? texts.statuses[statement.status] : null),
    },
    { title: columns.place, value: ({ place }) => place },
    { title: columns.outcome, value: ({ outcome }) => outcome },
    { title: columns.quote, value: ({ quote }) => quote },
    { title: columns.sources, value: ({ cites }) => cites.map(nameCitation).join("; ") },
  ];
}
