import { type SearchHit, search } from "../../analytics/search.ts";
import type { NodeKind } from "../../domain/vocabulary.ts";
import { explain } from "../analysis-command.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { type Column, renderCsv, renderTable } from "../table.ts";

const COLUMNS: readonly Column<SearchHit>[] = [
  { title: "id", value: ({ id }) => id },
  { title: "kind", value: ({ kind }) => kind.toLowerCase() },
  { title: "name", value: ({ name }) => name, share: 0.35 },
  {
    title: "found",
    value: ({ matches }) => matches.map(({ field, snippet }) => `${field}: ${snippet}`).join("\n"),
    share: 0.35,
  },
];

/** Finds things by their words. */
export const run: CommandRun = async (context, words, options) =>
  withDatabase(context, async ({ database }) => {
    const result = await search(database, {
      text: words.join(" "),
      case: options.case as string | undefined,
      kinds: options.kind as readonly NodeKind[] | undefined,
      ...readFilterOptions(options),
      first: 20,
      ...dropAbsent(readPageOptions(options)),
    });
    const { output } = context;
    if (output.isJson || options.format === "json") output.json(result);
    else if (options.format === "csv") output.data(renderCsv(COLUMNS, result.hits));
    else if (result.hits.length === 0) output.say("Nothing was found. Try fewer words, or another spelling.");
    else output.data(renderTable(COLUMNS, result.hits, output));
    explain(output, result);
    return 0;
  });

function dropAbsent<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
