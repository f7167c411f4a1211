import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { translateDatabaseError } from "../database/database-errors.ts";
import { DemarcheError, type ErrorCode } from "../domain/errors.ts";
import { HTTP_STATUS } from "../graphql/http-status.ts";
import { renderPage } from "./page.ts";
import { requestIdOf } from "./request-log.ts";

/** What the server answers where it has no page. */
export interface HttpFailure {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Answers every failure: as JSON of the shape that GraphQL uses, or as a page where a browser asks. */
export function handleErrors(logger: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const failure = explainFailure(error);
    if (failure.code === "INTERNAL")
      logger.error({ err: error, requestId: requestIdOf(response) }, "fault in a request");
    if (failure.code === "KEYS_UNAVAILABLE")
      logger.warn({ err: error, requestId: requestIdOf(response) }, "no keys to hold tokens against");
    // Half an answer is out: cutting it off is the one way left to say that it failed.
    if (response.headersSent) response.destroy();
    else sendFailure(failure, request, response);
  };
}

/** Answers what nothing else answered. */
export const answerNotFound: RequestHandler = (request, response) => {
  const message = `Nothing is at "${request.path.slice(0, 200)}": "/" shows what there is.`;
  sendFailure({ status: 404, code: "NOT_FOUND", message }, request, response);
};

/** Refuses every method but those named. */
export function allowMethods(...methods: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (methods.includes(request.method)) return next();
    response.setHeader("Allow", methods.join(", "));
    const message = `${request.method} is not possible here: use ${methods.join(" or ")}.`;
    sendFailure({ status: 405, code: "BAD_INPUT", message }, request, response);
  };
}

/** Sends a failure in the form that the client asked for. */
export function sendFailure(failure: HttpFailure, request: Request, response: Response): void {
  const { status, code, message, details } = failure;
  const requestId = code === "INTERNAL" ? { requestId: requestIdOf(response) } : {};
  response.status(status).setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", "1");
  if (request.accepts(["json", "html"]) === "html") response.send(renderFailure(failure));
  else response.json({ errors: [{ message, extensions: { code, ...details, ...requestId } }] });
}

function renderFailure({ status, message }: HttpFailure): string {
  const title = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  return renderPage({
    title,
    body: [{ heading: title }, { text: message }, { links: [{ to: "/", text: "Front page" }] }],
  });
}

function explainFailure(thrown: unknown): HttpFailure {
  const error = translateDatabaseError(thrown);
  if (error instanceof DemarcheError && error.code !== "INTERNAL")
    return {
      status: HTTP_STATUS[error.code],
      code: error.code,
      message: error.message,
      details: error.details,
    };
  return (
    explainBadRequest(error) ?? {
      status: 500,
      code: "INTERNAL",
      message: "A fault of Demarche. Please report it with the request id.",
    }
  );
}

/** What the parts of the HTTP layer throw for a request that they cannot read: an error with a 4xx status. */
function explainBadRequest(error: unknown): HttpFailure | null {
  const { status, type, limit } = (error ?? {}) as { status?: unknown; type?: unknown; limit?: unknown };
  if (status === 413)
    return {
      status,
      code: "TOO_LARGE",
      message: `The body is larger than ${limit} bytes.`,
      details: { limit },
    };
  if (type === "entity.parse.failed")
    return { status: 400, code: "BAD_INPUT", message: "The body is no valid JSON." };
  if (status === 415)
    return { status, code: "BAD_INPUT", message: "The body has an encoding that is not known." };
  if (typeof status !== "number" || status < 400 || status > 499) return null;
  return { status, code: status === 404 ? "NOT_FOUND" : "BAD_INPUT", message: "The request cannot be read." };
}
