import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds statements whose actor was inferred without a word on how. */
export const impliedActor: Rule = {
  name: "implied-actor",
  severity: "warning",
  says: "A statement whose actor is IMPLIED tells in `note` how the actor is known.",
  start: ({ report, settings }) => ({
    rows: {
      statements: {
        needs: ["actor_basis", "note"],
        check: (row) => {
          if (settings.origin === "IMPORTED") return;
          const { slug, actorBasis, note } = row.record;
          if (actorBasis !== "IMPLIED" || note !== null) return;
          report(
            placeOf(row, "note"),
            `The actor of statement "${slug}" is IMPLIED: tell in note how it is known.`,
          );
        },
      },
    },
  }),
};
