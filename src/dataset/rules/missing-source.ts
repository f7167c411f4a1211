import { placeOf } from "../place.ts";
import type { CheckContext, Rule, SharedRowCheck } from "../rule.ts";

/** Finds statements without a document that they were found in; in coded cases, structure without one as a warning. */
export const missingSource: Rule = {
  name: "missing-source",
  severity: "error",
  says: "A statement names the document that it was found in; so should, in a coded case, every relation.",
  start: (context) => ({
    rows: {
      statements: {
        needs: ["found_in"],
        check: (row) => {
          if (row.record.foundIn.length > 0) return;
          const message = `Statement "${row.record.slug}" names no source: fill in found_in.`;
          context.report(placeOf(row, "found_in"), message);
        },
      },
      representations: warnOfMissing(context),
      provisions: warnOfMissing(context),
      links: warnOfMissing(context),
    },
  }),
};

function warnOfMissing(context: CheckContext): SharedRowCheck<{ readonly foundIn: readonly string[] }> {
  return {
    needs: ["found_in"],
    check: (row) => {
      if (context.settings.origin === "IMPORTED" || row.record.foundIn.length > 0) return;
      context.report(placeOf(row, "found_in"), "The row names no source: fill in found_in.", "warning");
    },
  };
}
