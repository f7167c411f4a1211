import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds joint acts of one actor, and several actors of whom it is not said that they acted together. */
export const joint: Rule = {
  name: "joint",
  severity: "error",
  says: "A statement has several actors where, and only where, `joint` says that they acted together.",
  start: ({ report }) => ({
    rows: {
      statements: {
        needs: ["actors", "joint"],
        check: (row) => {
          const { slug, actors, joint } = row.record;
          if (joint === true && actors.length < 2) {
            report(
              placeOf(row, "joint"),
              `Statement "${slug}" is joint, but names fewer than two actors: add them, or clear joint.`,
            );
          }
          if (joint !== true && actors.length > 1) {
            const message = `Statement "${slug}" has ${actors.length} actors, but is not joint: write true where the source says together, else make one statement of each.`;
            report(placeOf(row, "joint"), message);
          }
        },
      },
    },
  }),
};
