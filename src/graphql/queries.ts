import type { RequestContext } from "./context.ts";

type Resolve = (context: RequestContext, input: never) => unknown;

/** Demarche's own queries: one line each, the work is done in `analytics`. */
export const QUERIES: Readonly<Record<string, Resolve>> = {};
