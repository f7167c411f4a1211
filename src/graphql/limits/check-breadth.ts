import { DemarcheError } from "../../domain/errors.ts";
import type { FieldUse } from "./field-use.ts";
import type { Limits } from "./limits.ts";

/** Refuses an operation with too many aliases, or too many fields of `Query`. */
export function checkBreadth(fields: readonly FieldUse[], { maxAliases, maxRootFields }: Limits): void {
  refuseMore("aliases", countAliases(fields), maxAliases);
  refuseMore("fields of Query", fields.length, maxRootFields);
}

function countAliases(fields: readonly FieldUse[]): number {
  return fields.reduce((sum, field) => sum + Number(field.isAliased) + countAliases(field.children), 0);
}

function refuseMore(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw new DemarcheError(
    "TOO_COMPLEX",
    `The query has ${count} ${what}, ${most} are allowed: send several queries.`,
    {
      details: { count, most },
    },
  );
}
