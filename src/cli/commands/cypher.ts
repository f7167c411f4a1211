import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { parseJsonObject, readInput } from "../read-input.ts";
import { renderTable } from "../table.ts";

/** Runs a Cypher query that only reads, and prints its rows. */
export const run: CommandRun = async (context, [word], options) => {
  const text = await readInput(context, word, "a Cypher query");
  const parameters = parseJsonObject(options.params as string | undefined, "--params");
  return withDatabase(context, async ({ database }) => {
    const rows = await database.runUserCypher(text, parameters);
    if (context.output.isJson) context.output.json(rows);
    else context.output.data(renderRows(rows, context.output));
    return 0;
  });
};

function renderRows(
  rows: readonly Record<string, unknown>[],
  output: Parameters<typeof renderTable>[2],
): string {
  const [first] = rows;
  if (!first) return "(no rows)";
  const columns = Object.keys(first).map((title) => ({
    title,
    value: (row: Record<string, unknown>) => showValue(row[title]),
    share: 1 / Object.keys(first).length,
  }));
  return renderTable(columns, rows, output);
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
