import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { RequestHandler } from "express";
import { pathOf, requestIdOf } from "./request-log.ts";

/**
 * Makes each request a span of OpenTelemetry, below the one that the client names by `traceparent`; the spans of its queries
 * lie within it. Without an SDK registered in this process it does nothing.
 */
export const traceRequests: RequestHandler = (request, response, next) => {
  const parent = propagation.extract(context.active(), request.headers);
  const attributes = {
    "http.request.method": request.method,
    "url.path": pathOf(request.originalUrl),
    "demarche.request.id": requestIdOf(response),
  };
  const options = { kind: SpanKind.SERVER, attributes };
  const span = trace.getTracer("demarche").startSpan(request.method, options, parent);
  response.once("close", () => {
    span.setAttribute("http.response.status_code", response.statusCode);
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(parent, span), next);
};
