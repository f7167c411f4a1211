import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds provisions that somebody gives or gets, without telling who. */
export const provisionRole: Rule = {
  name: "provision-role",
  severity: "error",
  says: "A provision that is given or got tells by whom.",
  start: ({ report }) => ({
    rows: {
      provisions: {
        needs: ["role", "by"],
        check: (row) => {
          const { role, by } = row.record;
          if (role !== "GIVES" && role !== "GETS") return;
          if (by === null)
            report(
              placeOf(row, "by"),
              `The role is ${role}, but by is empty: name the party, or write TERM.`,
            );
        },
      },
    },
  }),
};
