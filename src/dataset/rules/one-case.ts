import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds folders that hold no case, or several. */
export const oneCase: Rule = {
  name: "one-case",
  severity: "error",
  says: "`case.csv` has exactly one row.",
  start: ({ report, mayBeUnread }) => {
    let count = 0;
    return {
      everyRow: (row) => {
        if (row.table !== "case") return;
        count += 1;
        if (count > 1)
          report(placeOf(row), "A folder holds one case, and this is another: give it a folder of its own.");
      },
      end: () => {
        if (count > 0 || mayBeUnread(["Case"])) return;
        report({ file: "case.csv" }, "The file has no row: describe the case in one.");
      },
    };
  },
};
