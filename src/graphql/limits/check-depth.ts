import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/** Refuses an operation whose fields nest deeper than the limit. */
export function checkDepth(fields: readonly FieldUse[], { maxDepth }: Limits): void {
  const depth = measureDepth(fields);
  if (depth <= maxDepth) return;
  throw new DemarcheError(
    "TOO_COMPLEX",
    `The query is ${depth} fields deep, ${maxDepth} are allowed: ask for the inner part by itself.`,
    { details: { depth, maxDepth } },
  );
}

function measureDepth(fields: readonly FieldUse[]): number {
  return fields.reduce((deepest, field) => Math.max(deepest, 1 + measureDepth(field.children)), 0);
}
