import { expressMiddleware } from "@as-integrations/express5";
import { json, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { ApiServer } from "../graphql/api-server.ts";
import { makeContext } from "../graphql/context.ts";
import { checkRepetition } from "../graphql/limits/check-repetition.ts";
import type { Limits } from "../graphql/limits/limits.ts";
import { userOf } from "./authenticate.ts";
import { allowMethods, sendFailure } from "./http-error.ts";
import { requestIdOf } from "./request-log.ts";

export interface GraphqlRouteOptions {
  readonly api: ApiServer;
  readonly database: Database;
  readonly limits: Limits;
  /** What a request for data has to pass before it is read, in this order. */
  readonly entry: readonly RequestHandler[];
  /** What it has to pass once it is there, before it is answered. */
  readonly turns: readonly RequestHandler[];
  readonly logger: Logger;
  /** Answers a browser that opens the address. */
  readonly playground: RequestHandler;
}

/** Serves the API to programs and the playground to browsers, at one address. */
export function routeGraphql(options: GraphqlRouteOptions): Router {
  const { api, database, limits, logger, entry, turns, playground } = options;
  const router = Router();
  router.use(allowMethods("GET", "HEAD", "POST"));
  router.get("/", (request, response, next) => {
    response.vary("Accept");
    if (request.accepts(["json", "html"]) === "html") return playground(request, response, next);
    next();
  });
  router.use(...entry);
  router.post("/", refuseOtherContent);
  // Before its turn, or a body that comes drop by drop would hold a place all the while.
  router.use(json({ limit: limits.maxBodyBytes, type: JSON_TYPES }));
  router.use(...turns);
  router.use((request, response, next) => {
    const text: unknown = request.body?.query ?? request.query.query;
    if (typeof text === "string") checkRepetition(text, limits);
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  router.use(
    expressMiddleware(api, {
      context: async ({ res }) =>
        makeContext(database, { requestId: requestIdOf(res), user: userOf(res), logger }),
    }),
  );
  return router;
}

const JSON_TYPES = ["application/json", "application/graphql+json"];

const refuseOtherContent: RequestHandler = (request, response, next) => {
  if (request.is(JSON_TYPES)) return next();
  const message = `The body must be JSON: send the header "Content-Type: application/json".`;
  sendFailure({ status: 415, code: "BAD_INPUT", message }, request, response);
};
