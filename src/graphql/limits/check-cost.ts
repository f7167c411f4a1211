import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/** Refuses an operation whose answer could hold more values than the limit. */
export function checkCost(fields: readonly FieldUse[], { maxCost }: Limits): void {
  const cost = estimateCost(fields);
  if (cost <= maxCost) return;
  throw new DemarcheError(
    "TOO_COMPLEX",
    `The answer could hold ${cost} values, ${maxCost} are allowed: give smaller limits, or ask for fewer fields.`,
    { details: { cost, maxCost } },
  );
}

/**
 * Estimates how many values an answer holds: each field counts 1, times the rows of every list around it.
 *
 * A list counts its page size; without one, as many rows as its type usually has there, and a list that is asked for by
 * id or slug as many as are named.
 */
export function estimateCost(fields: readonly FieldUse[], isRoot = true): number {
  return fields.reduce(
    (sum, field) => sum + 1 + expectedRows(field, isRoot) * estimateCost(field.children, false),
    0,
  );
}

/** Rows of a list at the top, or of statements, where the query names no page size; what a case of a few hundred statements has. */
const USUAL_LONG_ROWS = 100;
/** Rows of a nested list where the query names no page size; lists of statements are long. */
const USUAL_ROWS = 10;
/** Rows of a list within a result of Demarche's own queries, such as the actors of a statement. */
const USUAL_INNER_ROWS = 4;

function expectedRows(field: FieldUse, isRoot: boolean): number {
  if (field.name === "edges") return 1;
  if (!field.isList && !field.name.endsWith("Connection")) return 1;
  const pageSize = field.arguments.limit ?? field.arguments.first;
  const rows = typeof pageSize === "number" ? pageSize : usualRows(field, isRoot);
  return Math.min(rows, countNames(field.arguments.where) ?? rows);
}

function usualRows(field: FieldUse, isRoot: boolean): number {
  if (!field.isPaged) return USUAL_INNER_ROWS;
  if (isRoot || /^Statement$|Statements\w*Connection$/.test(field.typeName)) return USUAL_LONG_ROWS;
  return USUAL_ROWS;
}

/** How many things a filter names by id or slug; null where it names none. */
function countNames(where: unknown): number | null {
  const { id, slug } = (where ?? {}) as Readonly<Record<string, { eq?: unknown; in?: unknown } | undefined>>;
  for (const named of [id, slug]) {
    if (typeof named?.eq === "string") return 1;
    if (Array.isArray(named?.in)) return named.in.length;
  }
  return null;
}
