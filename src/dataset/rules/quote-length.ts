import { placeOf } from "../place.ts";
import { hasQuote } from "../quotes.ts";
import type { Rule } from "../rule.ts";

/** Finds quotes longer than the case allows; imports have no limit. */
export const quoteLength: Rule = {
  name: "quote-length",
  severity: "error",
  says: "A quote in a coded case is no longer than `maxQuote` characters (300 unless the case says otherwise).",
  start: ({ report, settings }) => ({
    everyRow: (row) => {
      if (settings.origin === "IMPORTED" || !hasQuote(row)) return;
      const length = [...row.record.quote].length;
      if (length <= settings.maxQuote) return;
      const advice = "keep the shortest span that carries the row, or join two spans by “ … ”";
      report(
        placeOf(row, "quote"),
        `The quote has ${length} characters, ${settings.maxQuote} are allowed: ${advice}.`,
      );
    },
  }),
};
