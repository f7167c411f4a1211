import { join } from "node:path";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { ApiServer } from "../graphql/api-server.ts";
import { limitTime } from "../graphql/context.ts";
import { readSchemaText } from "../graphql/schema.ts";
import { routeExports } from "./export-route.ts";
import { serveFrontPage } from "./front-page.ts";
import { routeGraphql } from "./graphql-route.ts";
import { routeHealth } from "./health-route.ts";
import { allowMethods, answerNotFound, handleErrors } from "./http-error.ts";
import { renderPage } from "./page.ts";
import { routePageAssets } from "./page-assets.ts";
import { logRequests } from "./request-log.ts";
import { allowInlineStyles, setSecurityHeaders } from "./security-headers.ts";
import type { ServerSettings } from "./server-settings.ts";
import { isBuilt, serveFolder } from "./static-folder.ts";

export interface AppParts {
  readonly api: ApiServer;
  readonly database: Database;
  readonly settings: ServerSettings;
  readonly logger: Logger;
}

/** Puts the parts of the server together, in the order in which they see a request. */
export function makeApp({ api, database: unlimited, settings, logger }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(logRequests(logger), setSecurityHeaders, compression());
  const database = limitTime(unlimited, settings.limits.timeoutMs);
  app.use(
    "/graphql",
    routeGraphql({ api, database, limits: settings.limits, playground: servePlayground(settings) }),
  );
  app.use(allowMethods("GET", "HEAD"));
  app.use(routeHealth(database), routePageAssets(), routeExports(database, settings.version));
  app.get("/schema.graphql", (_request, response) => {
    response.type("text/plain").send(readSchemaText());
  });
  if (isBuilt(settings.playgroundFolder))
    app.use("/playground", allowInlineStyles, serveFolder(settings.playgroundFolder));
  if (isBuilt(settings.explorerFolder)) app.use(serveFolder(settings.explorerFolder));
  else app.get("/", serveFrontPage(database));
  app.use(answerNotFound, handleErrors(logger));
  return app;
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
