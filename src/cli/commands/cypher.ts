import type { UserAnswer } from "../../database/user-cypher.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import type { Output } from "../output.ts";
import { parseJsonObject, readInput } from "../read-input.ts";
import { renderTable } from "../table.ts";

/** Runs a Cypher query that only reads, and prints its rows. */
export const run: CommandRun = async (context, [word], options) => {
  const text = await readInput(context, word, "a Cypher query");
  const parameters = parseJsonObject(options.params as string | undefined, "--params");
  const { output, settings } = context;
  return withDatabase(context, async ({ database }) => {
    const answer = await database.runUserCypher(text, parameters, { timeoutMs: settings.queryTimeoutMs });
    if (output.isJson) output.json(answer.rows);
    else output.data(renderRows(answer, output));
    return 0;
  });
};

function renderRows({ columns, rows }: UserAnswer, output: Output): string {
  if (rows.length === 0) return "(no rows)";
  const shown = columns.map((title) => ({
    title,
    value: (row: Record<string, unknown>) => showValue(row[title]),
    share: 1 / columns.length,
  }));
  return renderTable(shown, rows, output);
}

function showValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
