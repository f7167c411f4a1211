import type { Request, RequestHandler, Response } from "express";
import { NOT_SIGNED_IN } from "../curation/rights.ts";
import { ANONYMOUS, type User } from "../domain/user.ts";
import type { AccessSettings } from "./access-settings.ts";
import { sendFailure } from "./http-error.ts";
import { makeVerifier } from "./verify-token.ts";

/** Finds out who asks; a token that is not valid is answered at once, with 401 and the same words for all. */
export function authenticate({ tokens }: AccessSettings): RequestHandler {
  const verify = makeVerifier(tokens);
  return async (request, response, next) => {
    const { authorization } = request.headers;
    const user = authorization === undefined ? ANONYMOUS : await verify(tokenOf(authorization));
    if (user === null) return refuse(request, response);
    response.locals.user = user;
    next();
  };
}

/** Lets only those read who signed in, where the settings say so. */
export function requireReader({ readers }: AccessSettings): RequestHandler {
  return (request, response, next) => {
    if (readers === "ANYONE" || userOf(response).name !== null) return next();
    refuse(request, response);
  };
}

/** Gives who asks. */
export function userOf(response: Response): User {
  return response.locals.user as User;
}

function tokenOf(authorization: string): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
}

function refuse(request: Request, response: Response): void {
  response.setHeader("WWW-Authenticate", "Bearer");
  sendFailure({ status: 401, code: "UNAUTHENTICATED", message: NOT_SIGNED_IN }, request, response);
}
