import type { Database, Row } from "../database/database.ts";
import type { Selection } from "./select-statements.ts";
import type { CaseSelection } from "./selection.ts";
import { Shelf } from "./shelf.ts";

/** A selection; what is kept of its case can be used only where it is known how the case stands. */
export type MaybeOfCase = Selection & Partial<Pick<CaseSelection, "context">>;

/** A statement with all that stands around it takes some 4 kB. */
const MOST_ITEMS = 5000;
const shelf = new Shelf();

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
  const revision = filter.asKnownOn === null ? (context?.revision ?? null) : null;
  const stays = ({ length }: readonly T[]) => length <= MOST_ITEMS;
  return shelf.take(database, { key: filter.case, revision }, { name, fetch, stays });
}

/** Gives, in the same way, the rows of `analytics/<query>`, which takes the case and what was removed of it since. */
export function readWhileUnchanged<R extends Row>(
  database: Database,
  selection: MaybeOfCase,
  query: string,
): Promise<readonly R[]> {
  const parameters = { case: selection.filter.case, removed: selection.removed };
  return keepWhileUnchanged(database, selection, query, () =>
    database.read<R>(`analytics/${query}`, parameters),
  );
}
