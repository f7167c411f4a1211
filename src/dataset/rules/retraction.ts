import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds statements that were taken back before they were recorded. */
export const retraction: Rule = {
  name: "retraction",
  severity: "error",
  says: "A statement is recorded before it is retracted.",
  start: ({ report }) => ({
    rows: {
      statements: {
        needs: ["recorded_at", "retracted_at"],
        check: (row) => {
          const { slug, recordedAt, retractedAt } = row.record;
          if (recordedAt === null || retractedAt === null) return;
          if (Date.parse(retractedAt) >= Date.parse(recordedAt)) return;
          const message = `Statement "${slug}" is retracted (${retractedAt}) before it is recorded (${recordedAt}): correct one of the two.`;
          report(placeOf(row, "retracted_at"), message);
        },
      },
    },
  }),
};
