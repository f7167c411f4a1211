import type { RequestContext } from "./context.ts";

/** Answers a field of Demarche's own. */
export type Resolve<Input> = (context: RequestContext, input: Input) => unknown;
