import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds coded statements that show no words of their document. */
export const missingQuote: Rule = {
  name: "missing-quote",
  severity: "warning",
  says: "A coded statement quotes the words that carry it, and says where they stand.",
  start: ({ report, settings }) => ({
    rows: {
      statements: {
        needs: ["quote", "locator"],
        check: (row) => {
          if (settings.origin === "IMPORTED") return;
          const { slug, quote, locator } = row.record;
          if (quote === null) {
            report(
              placeOf(row, "quote"),
              `Statement "${slug}" quotes nothing: fill in the words that carry it.`,
            );
          } else if (locator === null) {
            report(
              placeOf(row, "locator"),
              `Statement "${slug}" does not say where its quote stands: fill in locator.`,
            );
          }
        },
      },
    },
  }),
};
