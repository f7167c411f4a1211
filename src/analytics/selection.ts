import type { Database } from "../database/database.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import { resolveIds } from "./resolve-ids.ts";
import type { Selection } from "./select-statements.ts";

/**
 * Completes a filter with ids of sources, and with every other entry of the works that are left out.
 *
 * Asks the database only where sources are to be left out.
 *
 * @throws DemarcheError NOT_FOUND for a source that is not there.
 */
export async function fetchSelection(database: Database, filter: StatementFilter): Promise<Selection> {
  if (filter.withoutSources.length === 0) return { filter, leftOutSources: new Set() };
  const sources = await resolveIds(database, filter.case, filter.withoutSources, ["Source"]);
  const ids = sources.map((source) => source.id).sort();
  const works = await database.read<{ id: string }>("analytics/works-of-sources", { sources: ids });
  return {
    filter: { ...filter, withoutSources: ids },
    leftOutSources: new Set(works.map((work) => work.id)),
  };
}
