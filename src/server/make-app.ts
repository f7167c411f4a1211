import { join } from "node:path";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { observeQueries } from "../database/observe-queries.ts";
import type { ApiServer } from "../graphql/api-server.ts";
import { limitTime } from "../graphql/context.ts";
import { readSchemaText } from "../graphql/schema.ts";
import { authenticate, requireReader } from "./authenticate.ts";
import { Doorkeeper } from "./doorkeeper.ts";
import { routeExports } from "./export-route.ts";
import { serveFrontPage } from "./front-page.ts";
import { routeGraphql } from "./graphql-route.ts";
import { routeHealth } from "./health-route.ts";
import { allowMethods, answerNotFound, handleErrors } from "./http-error.ts";
import { requireKnownHost } from "./known-host.ts";
import type { Metrics } from "./metrics.ts";
import { renderPage } from "./page.ts";
import { routePageAssets } from "./page-assets.ts";
import { scopeQueries } from "./query-scope.ts";
import { limitRate } from "./rate-limit.ts";
import { RequestGate } from "./request-gate.ts";
import { logRequests } from "./request-log.ts";
import { traceRequests } from "./request-span.ts";
import { allowInlineStyles, setSecurityHeaders } from "./security-headers.ts";
import type { ServerSettings } from "./server-settings.ts";
import { isBuilt, serveFolder } from "./static-folder.ts";

export interface AppParts {
  readonly api: ApiServer;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly isSchemaApplied: () => Promise<boolean>;
  readonly settings: ServerSettings;
  readonly logger: Logger;
}

/** Puts the parts of the server together, in the order in which they see a request. */
export function makeApp(parts: AppParts): Express {
  const { api, metrics, settings, logger } = parts;
  const { limits } = settings;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", settings.trustedProxies);
  app.use(logRequests(logger), metrics.countRequests, traceRequests, setSecurityHeaders, compression());
  const database = limitTime(observeQueries(parts.database, metrics.observeQuery), limits.timeoutMs);
  const gate = new RequestGate(limits);
  const doorkeeper = new Doorkeeper(limits);
  metrics.watchEntry({ gate, doorkeeper });
  const knownHost = requireKnownHost(settings);
  const readers = [knownHost, authenticate(settings.access), requireReader(settings.access)];
  const entry = [limitRate(limits.requestsPerMinute), ...readers, doorkeeper.admit];
  const turns = [gate.admit, scopeQueries];
  const playground = servePlayground(settings);
  app.use("/graphql", routeGraphql({ api, database, limits, logger, entry, turns, playground }));
  app.use(allowMethods("GET", "HEAD"));
  app.use(routeHealth(database, parts.isSchemaApplied), routePageAssets());
  app.get("/metrics", metrics.serve);
  app.use("/export", ...entry, ...turns, routeExports({ database, version: settings.version, limits }));
  servePages(app, { database, settings, readers });
  app.use(answerNotFound, handleErrors(logger));
  return app;
}

interface Pages extends Pick<AppParts, "database" | "settings"> {
  /** Finds out who asks, and stops who may not read. */
  readonly readers: readonly RequestHandler[];
}

function servePages(app: Express, { database, settings, readers }: Pages): void {
  app.get("/schema.graphql", (_request, response) => {
    response.type("text/plain").send(readSchemaText());
  });
  if (isBuilt(settings.playgroundFolder))
    app.use("/playground", allowInlineStyles, serveFolder(settings.playgroundFolder));
  if (isBuilt(settings.explorerFolder)) app.use(serveFolder(settings.explorerFolder));
  else app.get("/", ...readers, serveFrontPage(database));
}

function servePlayground({ playgroundFolder }: ServerSettings): RequestHandler {
  if (!isBuilt(playgroundFolder)) return (_request, response) => void response.type("html").send(NOT_BUILT);
  const page = join(playgroundFolder, "index.html");
  return (request, response, next) =>
    allowInlineStyles(request, response, () => response.sendFile(page, { cacheControl: false }, next));
}

const NOT_BUILT = renderPage({
  title: "Playground",
  body: [
    { heading: "The playground is not built" },
    {
      text: "Run npm run build, then start Demarche again. Programs can send queries to this address by POST.",
    },
  ],
});
