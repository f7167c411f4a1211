import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";
import { forEachText } from "../texts.ts";

// The replacement character, and what UTF-8 looks like that was once read as Latin-1, Windows-1252 or Windows-1251.
const BROKEN =
  /\ufffd|[ÂÃ][\u0080-\u00bf]|â€[™œ“”\u009d¦]|(?:[ÐÑ][\u0080-\u00bf]){2}|(?:[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ°±Ііґµ¶·ё№є»јЅѕї]){2}/u;

/** Finds texts whose characters were broken before they came here. */
export const brokenCharacters: Rule = {
  name: "broken-characters",
  severity: "warning",
  says: "No text shows traces of an earlier conversion between encodings.",
  start: ({ report }) => ({
    everyRow: (row) =>
      forEachText(row, (text, column) => {
        const found = BROKEN.exec(text);
        if (!found) return;
        const around = text.slice(Math.max(0, found.index - 10), found.index + 15).replace(/\s+/g, " ");
        report(
          placeOf(row, column),
          `Characters were broken by an earlier conversion ("${around}"): copy the text anew.`,
        );
      }),
  }),
};
