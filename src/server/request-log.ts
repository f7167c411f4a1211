import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Logger } from "pino";

/**
 * Gives every request an id, in the header `X-Request-Id`, and logs one line when it is answered.
 *
 * The id is the one that the client, or a balancer before it, sent in the same header, if it is fit to be logged.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    // Log, metrics, span, queue and scope each hear of the end, beside what Node's own streams add.
    response.setMaxListeners(20);
    response.locals.requestId = chooseId(request.get("X-Request-Id"));
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

const FIT_ID = /^[A-Za-z0-9._-]{1,100}$/;

function chooseId(given: string | undefined): string {
  return given !== undefined && FIT_ID.test(given) ? given : randomUUID();
}

/** Gives the path of an address. The query string can hold what a user searches for: it is not logged. */
export function pathOf(url: string): string {
  return (url.split("?", 1)[0] ?? "").slice(0, 200);
}
