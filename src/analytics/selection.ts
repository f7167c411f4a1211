import type { Database } from "../database/database.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import { type CaseContext, fetchCaseContext } from "./case-context.ts";
import { resolveIds } from "./resolve-ids.ts";
import type { Selection } from "./select-statements.ts";

/** A selection among the statements of one case, with what is known of the case. */
export interface CaseSelection extends Selection {
  readonly context: CaseContext;
}

/**
 * Completes a filter for an analysis of a whole case.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for a source that is not there.
 */
export async function fetchCaseSelection(
  database: Database,
  filter: StatementFilter,
): Promise<CaseSelection> {
  const [context, selection] = await Promise.all([
    fetchCaseContext(database, filter.case),
    fetchSelection(database, filter),
  ]);
  return { ...selection, context };
}

/**
 * Completes a filter with ids of sources, with every other entry of the works that are left out, and with what was removed.
 *
 * Asks the database only where sources are to be left out, or a look back is asked for.
 *
 * @throws DemarcheError NOT_FOUND for a source that is not there.
 */
export async function fetchSelection(database: Database, filter: StatementFilter): Promise<Selection> {
  const [sources, removed] = await Promise.all([
    resolveIds(database, filter, filter.withoutSources, ["Source"]),
    fetchRemoved(database, filter),
  ]);
  const ids = sources.map((source) => source.id).sort();
  const works =
    ids.length === 0
      ? []
      : await database.read<{ id: string }>("analytics/works-of-sources", { sources: ids });
  return {
    filter: { ...filter, withoutSources: ids },
    leftOutSources: new Set(works.map((work) => work.id)),
    removed,
  };
}

async function fetchRemoved(database: Database, filter: StatementFilter): Promise<readonly string[]> {
  if (filter.asKnownOn === null) return [];
  const rows = await database.read<{ id: string }>("analytics/removed-records", { case: filter.case });
  return rows.map(({ id }) => id);
}
