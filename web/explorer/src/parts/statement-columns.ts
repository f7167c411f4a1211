import type { Statement } from "../../../../src/questions/statement.ts";
import { nameCitation } from "../models/source-names.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import type { Column } from "./column.ts";
import { traceLink } from "./trace-link.ts";

/** The columns of a table of statements. */
export function statementColumns(navigation: Navigation): readonly Column<Statement>[] {
  const { columns } = texts;
  return [
    { title: columns.date, value: ({ date }) => date },
    { title: columns.firstDay, value: ({ earliest }) => earliest },
    { title: columns.lastDay, value: ({ latest }) => latest },
    { title: columns.actor, value: ({ actors }) => actors.map(({ name }) => name).join(", ") },
    { title: columns.act, value: ({ act }) => texts.acts(act) },
    {
      title: columns.about,
      value: ({ target }) => target.name,
      link: ({ target }) => traceLink(navigation, target.slug),
    },
    { title: columns.status, value: ({ status }) => texts.statuses[status] },
    { title: columns.quote, value: ({ quote }) => quote },
    { title: columns.locator, value: ({ locator }) => locator },
    { title: columns.sources, value: ({ cites }) => cites.map(nameCitation).join("; ") },
    { title: columns.note, value: ({ note }) => note },
  ];
}
