import { placeOf } from "../place.ts";
import type { AnyRow, Rule } from "../rule.ts";

/** Finds rows without a slug that say the same as an earlier one. */
export const duplicateRow: Rule = {
  name: "duplicate-row",
  severity: "error",
  says: "No relation stands twice with the same particulars.",
  start: ({ report }) => {
    const lines = new Map<string, number | null>();
    return {
      everyRow: (row) => {
        if ("slug" in row.record || row.faulty.length > 0) return;
        const key = keyOf(row);
        const earlier = lines.get(key);
        if (earlier === undefined) lines.set(key, row.line);
        else
          report(
            placeOf(row),
            `The row says the same as ${earlier === null ? "an earlier one" : `line ${earlier}`}: remove it.`,
          );
      },
    };
  },
};

function keyOf({ table, record }: AnyRow): string {
  return JSON.stringify([table, ...Object.values(record)]);
}
