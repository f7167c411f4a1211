import { type SearchInput, search } from "../analytics/search.ts";
import { type TraceInput, trace } from "../analytics/trace.ts";
import type { RequestContext } from "./context.ts";

type Resolve<Input> = (context: RequestContext, input: Input) => unknown;

/** Demarche's own queries: one line each, the work is done in `analytics`. */
export const QUERIES = {
  trace: ({ database }, input: TraceInput) => trace(database, input),
  search: ({ database }, input: SearchInput) => search(database, input),
} satisfies Readonly<Record<string, Resolve<never>>>;
