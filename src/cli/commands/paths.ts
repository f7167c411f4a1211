import type { Path, PathStep } from "../../analytics/path.ts";
import { paths } from "../../analytics/paths.ts";
import { nameEvidence } from "../../analytics/render/sentence.ts";
import { analysisCommand, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { type Column, forTools } from "../table.ts";

interface StepRow extends PathStep {
  readonly path: number;
}

const COLUMNS: readonly Column<StepRow>[] = [
  { title: "path", value: ({ path }) => path },
  { title: "from", value: ({ from }) => from.name, share: 0.25 },
  {
    title: "statement",
    value: ({ statement }) =>
      `${statement.act.toLowerCase().replaceAll("_", " ")} (${statement.date ?? "undated"})`,
    share: 0.2,
  },
  { title: "to", value: ({ to }) => to.name, share: 0.25 },
  { title: "sources", value: ({ statement }) => nameEvidence(statement), share: 0.2 },
  forTools("from id", ({ from }) => from.id),
  forTools("statement id", ({ statement }) => statement.id),
  forTools("to id", ({ to }) => to.id),
];

/** Prints the shortest chains of statements between two things. */
export const run = analysisCommand({
  ask: async (database, [source = "", target = ""], options) =>
    paths(database, { source, target, ...readFilterOptions(options), ...readPageOptions(options) }),
  tables: (result) => [tableOf("Paths", COLUMNS, result.paths.flatMap(stepRows))],
});

function stepRows({ steps }: Path, index: number): StepRow[] {
  return steps.map((step) => ({ ...step, path: index + 1 }));
}
