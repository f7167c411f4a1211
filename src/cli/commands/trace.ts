import { renderStatementTable } from "../../analytics/render/statement-table.ts";
import { renderTraceMarkdown } from "../../analytics/render/trace-markdown.ts";
import { renderTraceTree } from "../../analytics/render/trace-tree.ts";
import { type Trace, trace } from "../../analytics/trace.ts";
import { makeId } from "../../domain/ids.ts";
import type { CommandRun, OptionValues } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import type { Output } from "../output.ts";
import { createPaint } from "../paint.ts";

/** Tells the whole story of one thing, with its sources. */
export const run: CommandRun = async (context, [word = ""], options) =>
  withDatabase(context, async ({ database }) => {
    const id = typeof options.case === "string" ? makeId(options.case, word) : word;
    const result = await trace(database, { id, ...readFilterOptions(options), ...readPageOptions(options) });
    if (context.output.isJson) context.output.json(result);
    else context.output.data(render(result, options, context.output));
    return 0;
  });

function render(result: Trace, options: OptionValues, output: Output): string {
  switch (options.format) {
    case "markdown":
      return renderTraceMarkdown(result);
    case "csv":
      return renderStatementTable(result.statements);
    case "json":
      return JSON.stringify(result, null, 2);
    default:
      return renderTraceTree(result, { width: output.width, paint: createPaint(output) });
  }
}
