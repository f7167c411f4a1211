import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { HTTP_STATUS } from "../graphql/http-status.ts";
import { sendFailure } from "./http-error.ts";

const MINUTE_MS = 60_000;

/**
 * Refuses a client that asks too often, with `RATE_LIMITED` and the time to wait; every answer says how much is left, in the
 * header `RateLimit`.
 *
 * @param requestsPerMinute - Of one client, told by its address (of an IPv6 address, its network); 0: any number.
 */
export function limitRate(requestsPerMinute: number): RequestHandler {
  if (requestsPerMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: requestsPerMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (request, response) => {
      const seconds = Number(response.getHeader("Retry-After") ?? MINUTE_MS / 1000);
      const message = `More than ${requestsPerMinute} requests in a minute. Try again in ${seconds} s.`;
      sendFailure({ status: HTTP_STATUS.RATE_LIMITED, code: "RATE_LIMITED", message }, request, response);
    },
  });
}
