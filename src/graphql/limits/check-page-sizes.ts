import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/**
 * Refuses a `limit` or `first` below 1 or above the limit, a negative `offset`, and a cursor that no answer gave.
 *
 * @neo4j/graphql lets `limit: 0` and `first: 0` around its own limit and returns everything, and reads a broken cursor as
 * the beginning.
 */
export function checkPageSizes(fields: readonly FieldUse[], limits: Limits): void {
  for (const field of fields) {
    checkRange(field, "limit", 1, limits.maxPageSize);
    checkRange(field, "first", 1, limits.maxPageSize);
    checkRange(field, "offset", 0, limits.maxOffset);
    if (field.name.endsWith("Connection")) checkCursor(field, limits.maxOffset);
    checkPageSizes(field.children, limits);
  }
}

function checkRange(field: FieldUse, argument: string, least: number, most: number): void {
  const value = field.arguments[argument];
  if (typeof value !== "number" || (value >= least && value <= most)) return;
  throw new DemarcheError(
    "BAD_INPUT",
    `"${argument}" of "${field.name}" cannot be ${value}: give a number from ${least} to ${most}.`,
    { details: { argument, field: field.name, least, most } },
  );
}

const CURSOR = /^arrayconnection:(\d{1,9})$/;

function checkCursor(field: FieldUse, maxOffset: number): void {
  const cursor = field.arguments.after;
  if (typeof cursor !== "string") return;
  const position = CURSOR.exec(Buffer.from(cursor, "base64").toString("latin1"))?.[1];
  if (position !== undefined && Number(position) <= maxOffset) return;
  throw new DemarcheError(
    "BAD_INPUT",
    `"after" of "${field.name}" is no cursor: take "endCursor" of an earlier answer.`,
    { details: { argument: "after", field: field.name } },
  );
}
