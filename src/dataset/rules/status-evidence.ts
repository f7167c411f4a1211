import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds claimed statements that nobody asserts and disputed ones that nobody disputes. */
export const statusEvidence: Rule = {
  name: "status-evidence",
  severity: "error",
  says: "A CLAIMED statement tells who asserts it, a DISPUTED one who disputes it.",
  start: ({ report }) => ({
    rows: {
      statements: {
        needs: ["status", "asserted_by", "disputed_by"],
        check: (row) => {
          const { slug, status, assertedBy, disputedBy } = row.record;
          if (status === "CLAIMED" && assertedBy.length === 0) {
            const message = `Statement "${slug}" is CLAIMED, but nobody claims it: fill in asserted_by.`;
            report(placeOf(row, "asserted_by"), message);
          }
          if (status === "DISPUTED" && disputedBy.length === 0) {
            const message = `Statement "${slug}" is DISPUTED, but nobody disputes it: fill in disputed_by.`;
            report(placeOf(row, "disputed_by"), message);
          }
        },
      },
    },
  }),
};
