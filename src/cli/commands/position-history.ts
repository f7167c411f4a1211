import { type PositionStep, positionHistory } from "../../analytics/position-history.ts";
import { analysisCommand, caseOfThing, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { STATEMENT_COLUMNS } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const COLUMNS: readonly Column<PositionStep>[] = [
  ...STATEMENT_COLUMNS.map(({ title, value, share = 0.2 }) => ({
    title,
    value: ({ statement }: PositionStep) => value(statement),
    share: share * 0.8,
  })),
  { title: "position", value: ({ position }) => position?.toLowerCase() },
  {
    title: "change",
    value: ({ changes }) =>
      changes
        .map(({ kind, fromDemand }) => `${kind.toLowerCase().replaceAll("_", " ")}: ${fromDemand.name}`)
        .join("\n"),
    share: 0.18,
  },
  forTools("demand id", ({ demand }) => demand.id),
  forTools("statement id", ({ statement }) => statement.id),
  forTools("date", ({ statement }) => statement.date),
];

/** Prints how an actor's position on an issue moved. */
export const run = analysisCommand({
  ask: async (database, [actor = "", issue = ""], options) =>
    positionHistory(database, {
      case: await caseOfThing(database, issue, options),
      actor,
      issue,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: ({ steps }) => [tableOf("History", COLUMNS, steps)],
});
