import type { FormattedExecutionResult } from "graphql";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { User } from "../domain/user.ts";
import { startApiServer } from "./api-server.ts";
import { limitTime, makeContext } from "./context.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits/limits.ts";
import { makeSchema } from "./schema.ts";

export interface QueryText {
  readonly source: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface QueryDeskOptions {
  readonly logger: Logger;
  /** Who asks. */
  readonly user: User;
  /** Those of HTTP where none are given. */
  readonly limits?: Limits;
}

/** Answers GraphQL queries in this process, with the error codes that they would meet over HTTP. */
export interface QueryDesk {
  run(query: QueryText): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** Answers one GraphQL query in this process, with the limits and error codes that it would meet over HTTP. */
export async function runQuery(
  database: Database,
  query: QueryText,
  options: QueryDeskOptions,
): Promise<FormattedExecutionResult> {
  const desk = await openQueryDesk(database, options);
  try {
    return await desk.run(query);
  } finally {
    await desk.close();
  }
}

/** Opens a desk for many queries: the schema is made once. */
export async function openQueryDesk(
  database: Database,
  { logger, user, limits = DEFAULT_LIMITS }: QueryDeskOptions,
): Promise<QueryDesk> {
  const api = await startApiServer(await makeSchema(), { limits, logger });
  const limited = limitTime(database, limits.timeoutMs);
  return {
    run: async ({ source, variables = {} }) => {
      const response = await api.executeOperation(
        { query: source, variables: { ...variables } },
        { contextValue: makeContext(limited, { requestId: "command-line", user, logger }) },
      );
      if (response.body.kind !== "single") throw new Error("an answer in parts to a query without @defer");
      return response.body.singleResult;
    },
    close: () => api.stop(),
  };
}
