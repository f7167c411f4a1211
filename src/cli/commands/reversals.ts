import { nameEvidence } from "../../analytics/render/sentence.ts";
import { type Reversal, reversals } from "../../analytics/reversals.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listStatements } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const COLUMNS: readonly Column<Reversal>[] = [
  { title: "actor", value: ({ actor }) => actor.name, share: 0.14 },
  {
    title: "kind",
    value: ({ kind, isHalf }) => `${kind.toLowerCase().replaceAll("_", " ")}${isHalf ? " (half)" : ""}`,
    share: 0.16,
  },
  { title: "from", value: ({ from }) => `${listStatements([from])}\n${nameEvidence(from)}`, share: 0.33 },
  { title: "to", value: ({ to }) => `${listStatements([to])}\n${nameEvidence(to)}`, share: 0.33 },
  forTools("actor id", ({ actor }) => actor.id),
  forTools("from id", ({ from }) => from.id),
  forTools("to id", ({ to }) => to.id),
];

/** Prints who said the opposite of what they said before, with both statements. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    reversals(database, {
      case: await chooseCase(database, word, options),
      actors: options.actor as readonly string[] | undefined,
      issues: options.issue as readonly string[] | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: (result) => [tableOf("Reversals", COLUMNS, result.reversals)],
});
