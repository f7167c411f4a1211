import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { User } from "../domain/user.ts";
import { startApiServer } from "./api-server.ts";
import { limitTime, makeContext } from "./context.ts";
import { DEFAULT_LIMITS } from "./limits/limits.ts";
import { makeSchema } from "./schema.ts";

/** Answers one GraphQL query in this process, with the limits and error codes that it would meet over HTTP. */
export async function runQuery(
  database: Database,
  query: { readonly source: string; readonly variables?: Record<string, unknown> },
  { logger, user }: { readonly logger: Logger; readonly user: User },
): Promise<FormattedExecutionResult> {
  const api = await startApiServer(await makeSchema(), { limits: DEFAULT_LIMITS, logger });
  try {
    const response = await api.executeOperation(
      { query: query.source, variables: query.variables ?? {} },
      {
        contextValue: makeContext(limitTime(database, DEFAULT_LIMITS.timeoutMs), {
          requestId: "command-line",
          user,
          logger,
        }),
      },
    );
    if (response.body.kind !== "single") throw new Error("an answer in parts to a query without @defer");
    return response.body.singleResult;
  } finally {
    await api.stop();
  }
}
