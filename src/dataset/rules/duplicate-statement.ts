import { placeOf } from "../place.ts";
import type { Row, Rule } from "../rule.ts";

/** Finds coded statements that say the same as another, which would count twice. */
export const duplicateStatement: Rule = {
  name: "duplicate-statement",
  severity: "warning",
  says: "A coded case records an act once: the same actors, act, target, date, place and words make one statement.",
  start: ({ report, settings }) => {
    const slugs = new Map<string, string>();
    return {
      rows: {
        statements: {
          needs: ["act", "actors", "target", "date", "made_at", "quote"],
          check: (row) => {
            if (settings.origin === "IMPORTED" || row.record.retractedAt !== null) return;
            const key = keyOf(row);
            const earlier = slugs.get(key);
            if (earlier === undefined) slugs.set(key, row.record.slug);
            else
              report(
                placeOf(row),
                `Statement "${row.record.slug}" says the same as "${earlier}": remove one, or tell them apart.`,
              );
          },
        },
      },
    };
  },
};

function keyOf({ record }: Row<"statements">): string {
  const { act, actors, target, date, madeAt, addressedTo, against, status, quote } = record;
  return JSON.stringify([act, actors, target, date, madeAt, addressedTo, against, status, quote]);
}
