import { placeOf } from "../place.ts";
import type { CheckContext, Rule, SharedRowCheck } from "../rule.ts";

interface Dated {
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** Finds dates whose basis says that there is none, and bases of dates that are not there. */
export const dateBasis: Rule = {
  name: "date-basis",
  severity: "error",
  says: "`date_basis` fits the date: NOT_GIVEN where there is none, and only there.",
  start: (context) => ({
    rows: {
      proposals: checkBasis(context),
      meetings: checkBasis(context),
      events: checkBasis(context),
      statements: checkBasis(context),
    },
  }),
};

function checkBasis({ report }: CheckContext): SharedRowCheck<Dated> {
  return {
    needs: ["date", "date_basis"],
    check: (row) => {
      const { date, dateBasis, after, before } = row.record;
      if (date !== null && dateBasis === "NOT_GIVEN") {
        report(
          placeOf(row, "date_basis"),
          `The date is ${date}, yet its basis is NOT_GIVEN: tell how it is known.`,
        );
      }
      if (date !== null || dateBasis === null || dateBasis === "NOT_GIVEN") return;
      const isByOrder = dateBasis === "INFERRED_FROM_ORDER" && after.length + before.length > 0;
      if (isByOrder) return;
      report(
        placeOf(row, "date"),
        `The basis of the date is ${dateBasis}, but there is no date: fill it in, or write NOT_GIVEN.`,
      );
    },
  };
}
