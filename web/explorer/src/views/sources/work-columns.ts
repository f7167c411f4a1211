import type { WorkDependence } from "../../../../../src/questions/sources.ts";
import type { Navigation } from "../../navigation.ts";
import type { Column } from "../../parts/column.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";

/** The columns of the works as a table. */
export function workColumns(navigation: Navigation): readonly Column<WorkDependence>[] {
  const { columns } = texts;
  return [
    { title: columns.publisher, value: ({ work }) => work.publisher },
    {
      title: columns.title,
      value: ({ work }) => work.title,
      link: ({ work }) => traceLink(navigation, work.entries[0]?.slug ?? ""),
    },
    { title: columns.date, value: ({ work }) => work.date },
    { title: columns.language, value: ({ work }) => work.language },
    { title: columns.kind, value: ({ work }) => work.kind && texts.kinds(work.kind) },
    { title: columns.supports, value: ({ supportCount }) => supportCount },
    { title: columns.fallsWithout, value: ({ fallsWithout }) => fallsWithout.length },
    { title: columns.fallen, value: ({ fallsWithout }) => fallsWithout.join(" | ") },
  ];
}
