import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";
import { forEachText } from "../texts.ts";

/** Finds texts of coded cases with blanks before or after them, which look alike and compare as different. */
export const whitespace: Rule = {
  name: "whitespace",
  severity: "warning",
  says: "A text of a coded case has no blanks before or after it.",
  start: ({ report, settings }) => ({
    everyRow: (row) => {
      if (settings.origin === "IMPORTED") return;
      forEachText(row, (text, column) => {
        if (text.trim().length === text.length) return;
        report(
          placeOf(row, column),
          `There are blanks before or after ${JSON.stringify(shorten(text))}: remove them.`,
        );
      });
    },
  }),
};

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 20)}…${text.slice(-19)}`;
}
