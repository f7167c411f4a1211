import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
} from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { type FragmentDefinitionNode, type GraphQLFormattedError, type GraphQLSchema, Kind } from "graphql";
import type { Logger } from "pino";
import { DemarcheError } from "../domain/errors.ts";
import { BOOKMARK_HEADER } from "./bookmark-header.ts";
import type { RequestContext } from "./context.ts";
import { makeDocumentStore } from "./document-store.ts";
import { formatError, type ShownError, unwrap } from "./format-error.ts";
import { statusOf } from "./http-status.ts";
import { checkOperation } from "./limits/check-operation.ts";
import type { Limits } from "./limits/limits.ts";
import { nameOperation, type OperationOutcome } from "./name-operation.ts";

export type ApiServer = ApolloServer<RequestContext>;

export interface ApiServerOptions {
  readonly limits: Limits;
  readonly logger: Logger;
  /** Hears how each operation went. */
  readonly observe?: (outcome: OperationOutcome) => void;
}

/** Starts the part that answers GraphQL, over HTTP or in the same process: limits, error codes, no batches. */
export async function startApiServer(
  schema: GraphQLSchema,
  { limits, logger, observe = () => undefined }: ApiServerOptions,
): Promise<ApiServer> {
  const server = new ApolloServer<RequestContext>({
    schema,
    formatError,
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: makeDocumentStore(),
    parseOptions: { maxTokens: limits.maxTokens },
    maxRecursiveSelections: limits.maxFields * 4,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin(limits),
      errorsPlugin(logger),
      bookmarksPlugin(),
      observingPlugin(observe),
    ],
  });
  await server.start();
  return server;
}

function limitsPlugin(limits: Limits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({ didResolveOperation: async (request) => refuseExcess(request, limits) }),
  };
}

type Resolved = Parameters<NonNullable<GraphQLRequestListener<RequestContext>["didResolveOperation"]>>[0];

function refuseExcess({ schema, operation, document, request }: Resolved, limits: Limits): void {
  if (!operation) return;
  if (!schema.getRootType(operation.operation)) throw onlyReads(operation.operation);
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  checkOperation({ schema, operation, fragments, variables: request.variables ?? {} }, limits);
}

function onlyReads(kind: string): DemarcheError {
  return new DemarcheError("BAD_INPUT", `The API has no ${kind}: ask by a query.`);
}

function errorsPlugin(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async (request) => logFaults(request, logger),
      willSendResponse: async (request) => finishErrors(request),
    }),
  };
}

/** Logs what is a fault of Demarche with its stack; the answer has the request id alone. */
function logFaults(request: GraphQLRequestContext<RequestContext>, logger: Logger): void {
  for (const error of request.errors ?? []) {
    const shown = formatError({ message: error.message, extensions: error.extensions }, error);
    if (shown.extensions.code !== "INTERNAL") continue;
    logger.error({ err: unwrap(error), requestId: request.contextValue.requestId }, "fault in a query");
  }
}

function finishErrors({ response, contextValue }: GraphQLRequestContext<RequestContext>): void {
  if (response.body?.kind !== "single") return;
  const { errors, data } = response.body.singleResult;
  if (!errors?.length) return;
  const codes = errors.map((error) => (error as ShownError).extensions.code);
  const hasData = Object.values(data ?? {}).some((value) => value !== null);
  response.http.status = statusOf(codes, data !== undefined, hasData);
  if (response.http.status === 503) response.http.headers.set("retry-after", "1");
  if (response.http.status === 401) response.http.headers.set("www-authenticate", "Bearer");
  response.body.singleResult.errors = errors.map((error) => nameRequest(error, contextValue.requestId));
}

function nameRequest(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return error.extensions?.code === "INTERNAL"
    ? { ...error, extensions: { ...error.extensions, requestId } }
    : error;
}

/** Hands out what a client has to send on to see its own writes everywhere. */
function bookmarksPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ operation, response, contextValue }) => {
        if (operation?.operation !== "mutation") return;
        const bookmarks = await contextValue.database.bookmarks();
        if (bookmarks.length > 0)
          response.http.headers.set(BOOKMARK_HEADER.toLowerCase(), bookmarks.join(","));
      },
    }),
  };
}

function observingPlugin(
  observe: NonNullable<ApiServerOptions["observe"]>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return {
        willSendResponse: async ({ schema, operation, response }) => {
          const { body } = response;
          const [error] = (body.kind === "single" && body.singleResult.errors) || [];
          observe({
            operation: nameOperation(schema, operation),
            seconds: (performance.now() - startedAt) / 1000,
            code: error ? (error as ShownError).extensions.code : null,
          });
        },
      };
    },
  };
}
