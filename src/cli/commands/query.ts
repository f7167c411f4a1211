import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { createLogger } from "../logger.ts";
import { operator } from "../operator.ts";
import { parseJsonObject, readInput } from "../read-input.ts";

/** Runs a GraphQL query on the database and prints its answer; exit code 1 where the answer holds errors. */
export const run: CommandRun = async (context, [word], options) => {
  const source = await readInput(context, word, "a GraphQL query");
  const variables = parseJsonObject(options.variables as string | undefined, "--variables");
  const { runQuery } = await import("../../graphql/run-query.ts");
  return withDatabase(context, async ({ database }) => {
    const logger = createLogger(context.settings);
    const answer = await runQuery(database, { source, variables }, { logger, user: operator(context) });
    context.output.json(answer);
    return answer.errors === undefined ? 0 : 1;
  });
};
