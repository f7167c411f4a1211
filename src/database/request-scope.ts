import { AsyncLocalStorage } from "node:async_hooks";

/** What holds for every query that one request sets off. */
export interface RequestScope {
  /** Every query sees the writes that these stand for, whichever process made them and whichever member of a cluster answers. */
  readonly bookmarks: readonly string[];
  /** Ends what reads, in Neo4j too, once nobody waits for the answer any more; null: never. */
  readonly signal: AbortSignal | null;
}

const EMPTY: RequestScope = { bookmarks: [], signal: null };
const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs `work`, and all that it sets off, within the scope. */
export function withinScope<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Gives the scope of the caller; an empty one outside of any. */
export function currentScope(): RequestScope {
  return scopes.getStore() ?? EMPTY;
}

/** Runs what several requests wait for: it goes on when the one that began it goes away. */
export function shareAmongRequests<T>(work: () => T): T {
  return withinScope({ ...currentScope(), signal: null }, work);
}
