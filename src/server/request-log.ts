import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Logger } from "pino";

/** Gives every request an id, in the header `X-Request-Id`, and logs one line when it is answered. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.locals.requestId = randomUUID();
    response.setHeader("X-Request-Id", requestIdOf(response));
    response.once("close", () => {
      const milliseconds = Math.round(performance.now() - startedAt);
      const { method } = request;
      const line = {
        requestId: requestIdOf(response),
        method,
        path: pathOf(request.originalUrl),
        milliseconds,
      };
      logger.info({ ...line, status: response.statusCode, isCut: !response.writableFinished }, "request");
    });
    next();
  };
}

/** Gives the id of the request that a response answers. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

/** The query string can hold what a user searches for: it is not logged. */
function pathOf(url: string): string {
  return (url.split("?", 1)[0] ?? "").slice(0, 200);
}
