import { choose, formatAddress } from "../../address.ts";
import type { Navigation } from "../../navigation.ts";
import type { Column } from "../../parts/column.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { type LoadedEdge, type LoadedNetwork, slugOf } from "./load-network.ts";

/** The columns of a network as a table: one row an edge; its kind leads to the statements behind it. */
export function edgeColumns(navigation: Navigation, { nodes }: LoadedNetwork): readonly Column<LoadedEdge>[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return [
    {
      title: texts.columns.from,
      value: ({ source }) => names.get(source) ?? source,
      link: ({ source }) => traceLink(navigation, slugOf(source)),
    },
    {
      title: texts.columns.kind,
      value: ({ kind }) => texts.acts(kind),
      link: ({ key }) => formatAddress(choose(navigation.address, { edge: key, show: "" })),
    },
    {
      title: texts.columns.to,
      value: ({ target }) => names.get(target) ?? target,
      link: ({ target }) => traceLink(navigation, slugOf(target)),
    },
    { title: texts.columns.weight, value: ({ weight }) => Math.round(weight * 10_000) / 10_000 },
    { title: texts.columns.statements, value: ({ statementCount }) => statementCount },
    { title: texts.columns.first, value: ({ first }) => first },
    { title: texts.columns.last, value: ({ last }) => last },
    {
      title: texts.columns.status,
      value: ({ isReported }) => (isReported ? texts.statuses.REPORTED : texts.network.notReported),
    },
    { title: texts.columns.publishers, value: ({ publishers }) => publishers.join(", ") },
  ];
}
