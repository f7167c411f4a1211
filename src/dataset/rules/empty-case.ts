import type { Rule } from "../rule.ts";

/** Finds cases without a statement, of which every network and position is empty. */
export const emptyCase: Rule = {
  name: "empty-case",
  severity: "warning",
  says: "A case has statements.",
  start: ({ report, mayBeUnread }) => {
    let hasStatement = false;
    return {
      everyRow: (row) => {
        if (row.table === "statements") hasStatement = true;
      },
      end: () => {
        if (hasStatement || mayBeUnread(["Statement"])) return;
        report(
          { file: "statements.csv" },
          "The case has no statement, so that its networks and positions are empty.",
        );
      },
    };
  },
};
