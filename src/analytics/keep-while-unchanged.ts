import type { Database } from "../database/database.ts";
import { shareAmongRequests } from "../database/request-scope.ts";
import type { Selection } from "./select-statements.ts";
import type { CaseSelection } from "./selection.ts";

/** A selection; what is kept of its case can be used only where it is known how the case stands. */
export type MaybeOfCase = Selection & Partial<Pick<CaseSelection, "context">>;

interface KeptCase {
  readonly revision: string;
  readonly lists: Map<string, Promise<readonly unknown[]>>;
}

const KEPT_CASES = 3;
/** A statement with all that stands around it takes some 4 kB. */
const MOST_ITEMS = 5000;
const keptCases = new WeakMap<Database, Map<string, KeptCase>>();

/**
 * Gives a list of what a case holds: the one that was fetched before where the case has not changed since, else fetched now.
 *
 * A list of more than 5,000 items is fetched each time, and so is what was known at an earlier time.
 *
 * @param name - What the list is, the same for the same fetch.
 */
export function keepWhileUnchanged<T>(
  database: Database,
  { filter, context }: MaybeOfCase,
  name: string,
  fetch: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const revision = context?.revision ?? null;
  if (revision === null || filter.asKnownOn !== null) return fetch();
  const { lists } = openKept(database, filter.case, revision);
  const known = lists.get(name) as Promise<readonly T[]> | undefined;
  if (known) return known;
  const list = shareAmongRequests(fetch);
  lists.set(name, list);
  list.then(
    ({ length }) => length > MOST_ITEMS && lists.delete(name),
    () => lists.delete(name),
  );
  return list;
}

/** Forgets what is kept of an earlier state of the case, and the case that was asked for least lately. */
function openKept(database: Database, caseSlug: string, revision: string): KeptCase {
  const cases = keptCases.get(database) ?? new Map<string, KeptCase>();
  keptCases.set(database, cases);
  const known = cases.get(caseSlug);
  const kept = known?.revision === revision ? known : { revision, lists: new Map() };
  cases.delete(caseSlug);
  cases.set(caseSlug, kept);
  for (const oldest of cases.keys()) if (cases.size > KEPT_CASES) cases.delete(oldest);
  return kept;
}
