import { isKnown, type Selection } from "./select-statements.ts";
import type { StatementRef } from "./statement-ref.ts";

/** Lists what statements are about, and where they were made: ids. */
export function listNear(statements: readonly StatementRef[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ target, madeAt }) => (madeAt ? [target.id, madeAt.id] : [target.id])));
}

/**
 * Gives a function that tells what was there at the time looked back to.
 *
 * Only statements carry the time when they were recorded: of what was removed since, that was there of which a statement
 * then told.
 */
export function isThere(
  statements: readonly StatementRef[],
  { filter, removed }: Selection,
): (record: { readonly id: string }) => boolean {
  const told = listNear(statements.filter((statement) => isKnown(statement, filter.asKnownOn)));
  const wasRemoved = new Set(removed);
  return ({ id }) => !wasRemoved.has(id) || told.has(id);
}

/** Gives the id under which what was removed or changed since stood: `case/slug` of the version `case/slug~1`. */
export function nowIdOf(id: string): string {
  return id.replace(/~\d+$/, "");
}
