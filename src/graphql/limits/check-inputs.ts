import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/** Refuses arguments that hold too many values, nest too deeply, or hold too long a text. */
export function checkInputs(fields: readonly FieldUse[], limits: Limits): void {
  const count = countInFields(fields, limits);
  if (count <= limits.maxInputValues) return;
  throw new DemarcheError(
    "TOO_COMPLEX",
    `The arguments hold ${count} values, ${limits.maxInputValues} are allowed: send several queries.`,
    { details: { count, most: limits.maxInputValues } },
  );
}

function countInFields(fields: readonly FieldUse[], limits: Limits): number {
  return fields.reduce(
    (sum, field) =>
      sum +
      Object.values(field.arguments).reduce<number>(
        (inner, value) => inner + countValues(value, 1, limits),
        0,
      ) +
      countInFields(field.children, limits),
    0,
  );
}

function countValues(value: unknown, depth: number, limits: Limits): number {
  if (depth > limits.maxInputDepth) throw tooDeep(limits.maxInputDepth);
  if (typeof value === "string" && value.length > limits.maxTextLength)
    throw tooLong(value.length, limits.maxTextLength);
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce((sum, inner) => sum + countValues(inner, depth + 1, limits), 1);
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
