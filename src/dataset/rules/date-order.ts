import { parseEdtf } from "../../domain/edtf-dates.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Rule, SharedRowCheck } from "../rule.ts";

interface Term {
  readonly from: string | null;
  readonly to: string | null;
}

interface Dated {
  readonly date: string | null;
}

/** Finds intervals and terms that end before they begin. */
export const dateOrder: Rule = {
  name: "date-order",
  severity: "error",
  says: "Nothing ends before it begins.",
  start: (context) => ({
    rows: {
      case: checkTerm(context),
      representations: checkTerm(context),
      proposals: checkInterval(context),
      meetings: checkInterval(context),
      events: checkInterval(context),
      sources: checkInterval(context),
      statements: checkInterval(context),
    },
  }),
};

function checkTerm({ report }: CheckContext): SharedRowCheck<Term> {
  return {
    needs: ["from", "to"],
    check: (row) => {
      const { from, to } = row.record;
      for (const [column, date] of [["from", from] as const, ["to", to] as const]) {
        if (date !== null && isReversed(date)) report(placeOf(row, column), explainReversed(date));
      }
      const begin = from === null ? null : (parseEdtf(from)?.earliest ?? null);
      const end = to === null ? null : (parseEdtf(to)?.latest ?? null);
      if (begin === null || end === null || end >= begin) return;
      report(
        placeOf(row, "to"),
        `The end (${to}) lies before the beginning (${from}): correct one of the two.`,
      );
    },
  };
}

function checkInterval({ report }: CheckContext): SharedRowCheck<Dated> {
  return {
    needs: ["date"],
    check: (row) => {
      const { date } = row.record;
      if (date !== null && isReversed(date)) report(placeOf(row, "date"), explainReversed(date));
    },
  };
}

function isReversed(date: string): boolean {
  if (!date.includes("/")) return false;
  const span = parseEdtf(date);
  if (!span?.earliest || !span.latest) return false;
  return span.latest < span.earliest;
}

function explainReversed(date: string): string {
  const [left, right] = date.split("/");
  return `The interval ${date} ends before it begins: write "${right}/${left}", or correct it.`;
}
