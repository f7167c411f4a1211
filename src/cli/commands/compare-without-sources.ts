import { compareWithoutSources, type Difference } from "../../analytics/compare-without-sources.ts";
import { COMPARED_ANALYSES, type ComparedAnalysis } from "../../domain/compared-analyses.ts";
import { DemarcheError } from "../../domain/errors.ts";
import { chooseCase, explain } from "../analysis-command.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { type Column, forTools, renderCsv, renderTable } from "../table.ts";

const COLUMNS: readonly Column<Difference>[] = [
  { title: "change", value: ({ change }) => change.toLowerCase() },
  { title: "what", value: ({ what }) => what, share: 0.45 },
  { title: "with", value: ({ before }) => before, share: 0.2 },
  { title: "without", value: ({ after }) => after, share: 0.2 },
  forTools("id", ({ id }) => id),
];

/** Prints what leaving sources out changes in the answer to a question. */
export const run: CommandRun = async (context, [word = "", caseWord], options) =>
  withDatabase(context, async ({ database }) => {
    const text = (name: string) => options[name] as string | undefined;
    const list = (name: string) => options[name] as readonly string[] | undefined;
    const result = await compareWithoutSources(database, {
      analysis: readAnalysis(word),
      case: await chooseCase(database, caseWord, options),
      sources: list("source") ?? [],
      about: list("about"),
      text: text("text"),
      network: text("network"),
      aggregation: text("aggregation"),
      actors: list("actor"),
      issues: list("issue"),
      throughProposals: options.throughProposals as boolean | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    });
    const { output } = context;
    const { differences, unchangedCount, pageInfo } = result;
    if (output.isJson || options.format === "json") output.json(result);
    else if (options.format === "csv") output.data(renderCsv(COLUMNS, differences));
    else if (differences.length > 0) output.data(renderTable(COLUMNS, differences, output));
    output.say(`${pageInfo.totalCount} changed, ${unchangedCount} unchanged.`);
    explain(output, { ...result, emptyBecause: null });
    return 0;
  });

function readAnalysis(word: string): ComparedAnalysis {
  const wanted = word.toUpperCase().replaceAll("-", "_");
  const found = COMPARED_ANALYSES.find((name) => name === wanted);
  if (found) return found;
  const known = COMPARED_ANALYSES.map((name) => name.toLowerCase().replaceAll("_", "-"));
  throw new DemarcheError("USAGE", `No question "${word}" can be compared; there are ${known.join(", ")}.`);
}
