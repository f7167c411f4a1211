import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/** Refuses arguments that hold too many values, nest too deeply, or hold too long a text. */
export function checkInputs(fields: readonly FieldUse[], limits: Limits): void {
  const count = countInFields(fields, limits);
  if (count > limits.maxInputValues) throw tooMany("arguments", count, limits.maxInputValues);
}

/** The same for the variables' values as they were sent, before the long work of comparing each with its type. */
export function checkVariables(values: readonly unknown[], limits: Limits): void {
  const count = sumOf(values, (value) => countValues(value, 1, limits));
  if (count > limits.maxInputValues) throw tooMany("variables", count, limits.maxInputValues);
}

function countInFields(fields: readonly FieldUse[], limits: Limits): number {
  return sumOf(
    fields,
    (field) =>
      sumOf(Object.values(field.arguments), (value) => countValues(value, 1, limits)) +
      countInFields(field.children, limits),
  );
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

function countValues(value: unknown, depth: number, limits: Limits): number {
  if (depth > limits.maxInputDepth) throw tooDeep(limits.maxInputDepth);
  if (typeof value === "string" && value.length > limits.maxTextLength)
    throw tooLong(value.length, limits.maxTextLength);
  if (value === null || typeof value !== "object") return 1;
  return 1 + sumOf(Object.values(value), (inner) => countValues(inner, depth + 1, limits));
}

function tooMany(holders: string, count: number, most: number): DemarcheError {
  const message = `The ${holders} hold ${count} values, ${most} are allowed: send several queries.`;
  return new DemarcheError("TOO_COMPLEX", message, { details: { count, most } });
}

function tooDeep(most: number): DemarcheError {
  return new DemarcheError(
    "TOO_COMPLEX",
    `An argument is more than ${most} levels deep: ask for the inner part first.`,
  );
}

function tooLong(length: number, most: number): DemarcheError {
  return new DemarcheError(
    "TOO_COMPLEX",
    `A text has ${length} characters, ${most} are allowed: shorten it.`,
    {
      details: { length, most },
    },
  );
}
