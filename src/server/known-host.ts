import type { RequestHandler } from "express";
import { isLoopback } from "../domain/loopback.ts";
import { sendFailure } from "./http-error.ts";
import type { ServerSettings } from "./server-settings.ts";

/**
 * Refuses what is asked under another name than this machine's own, where the server is for this machine alone: a page from
 * elsewhere can let its own name point here, and would be given what a browser takes for its own (DNS rebinding).
 */
export function requireKnownHost({
  host,
  trustedProxies,
}: Pick<ServerSettings, "host" | "trustedProxies">): RequestHandler {
  if (!isLoopback(host) || trustedProxies > 0) return (_request, _response, next) => next();
  return (request, response, next) => {
    const { hostname = "" } = request;
    if (isLoopback(hostname)) return next();
    const message = `Demarche serves this machine alone, and is asked for as "${hostname.slice(0, 100)}": use localhost, or set DEMARCHE_TRUST_PROXY where a proxy stands before it.`;
    sendFailure({ status: 421, code: "BAD_INPUT", message }, request, response);
  };
}
