import { type PositionCell, positions } from "../../analytics/positions.ts";
import { nameEvidence } from "../../analytics/render/sentence.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listIds, listStatements } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const COLUMNS: readonly Column<PositionCell>[] = [
  { title: "actor", value: ({ actor }) => actor.name, share: 0.14 },
  { title: "demand", value: ({ target }) => target.name, share: 0.22 },
  { title: "position", value: writePosition, share: 0.14 },
  { title: "statements", value: ({ statementCount }) => statementCount },
  { title: "rests on", value: ({ last }) => listStatements(last), share: 0.28 },
  { title: "sources", value: ({ last }) => last.map(nameEvidence).join("\n"), share: 0.16 },
  forTools("actor id", ({ actor }) => actor.id),
  forTools("demand id", ({ target }) => target.id),
  forTools("polarity", ({ polarity }) => polarity),
  forTools("date", ({ date }) => date),
  forTools("statement ids", ({ last }) => listIds(last)),
];

/** Prints where each actor stands on each demand, or issue, as of a date. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    positions(database, {
      case: await chooseCase(database, word, options),
      actors: options.actor as readonly string[] | undefined,
      issues: options.issue as readonly string[] | undefined,
      by: options.by as "DEMAND" | "ISSUE" | undefined,
      throughProposals: options.throughProposals as boolean | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: ({ cells }) => [tableOf("Positions", COLUMNS, cells)],
});

function writePosition({ position, isIndirect, isInternalSplit }: PositionCell): string {
  const marks = [isIndirect ? "through a proposal" : "", isInternalSplit ? "internal split" : ""].filter(
    Boolean,
  );
  return [position.toLowerCase(), ...marks].join(", ");
}
