import type { Database } from "../database/database.ts";
import type { LeftOut } from "../domain/statement-filter.ts";
import { type CitationScope, STATUSES } from "../domain/vocabulary.ts";
import { LeftOutCount, type Selectable, type Selection, selectStatements } from "./select-statements.ts";

/** What filters leave out of a case. */
export interface CaseLeftOut {
  readonly counts: readonly LeftOut[];
  /** Ids of the statements. */
  readonly ids: readonly string[];
}

interface FilterRow extends Omit<Selectable, "cites" | "foundIn"> {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly cites: readonly (readonly [scope: CitationScope, source: string])[];
  readonly foundIn: readonly string[];
}

/**
 * Fetches which statements of a case the filters leave out.
 *
 * Asks the database only where the filters can leave something out.
 */
export async function fetchLeftOut(database: Database, selection: Selection): Promise<CaseLeftOut> {
  if (letsAllThrough(selection)) return { counts: [], ids: [] };
  const { case: caseSlug, asKnownOn } = selection.filter;
  const rows = await database.read<FilterRow>("analytics/statement-filters", { case: caseSlug, asKnownOn });
  const leftOut = new LeftOutCount();
  const kept = new Set(selectStatements(rows.map(makeSelectable), selection, leftOut).map(({ id }) => id));
  return { counts: leftOut.list(), ids: rows.map(({ id }) => id).filter((id) => !kept.has(id)) };
}

function letsAllThrough({ filter, leftOutSources }: Selection): boolean {
  const { from, to, statuses, asKnownOn } = filter;
  const isAnyTime = from === null && to === null && asKnownOn === null;
  return isAnyTime && statuses.length === STATUSES.length && leftOutSources.size === 0;
}

function makeSelectable({ cites, foundIn, ...row }: FilterRow): Selectable & { readonly id: string } {
  return {
    ...row,
    cites: cites.map(([scope, id]) => ({ scope, source: { id } })),
    foundIn: foundIn.map((id) => ({ source: { id } })),
  };
}
