import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds statements without an actor, unless they say that the source names none. */
export const missingActor: Rule = {
  name: "missing-actor",
  severity: "error",
  says: "A statement names its actors, unless `actor_basis` is NOT_STATED; then it names none.",
  start: ({ report }) => ({
    rows: {
      statements: {
        needs: ["actors", "actor_basis"],
        check: (row) => {
          const { slug, actors, actorBasis } = row.record;
          if (actors.length === 0 && actorBasis !== "NOT_STATED") {
            const advice =
              "fill in actors, or write NOT_STATED into actor_basis where the source does not say";
            report(placeOf(row, "actors"), `Statement "${slug}" names no actor: ${advice}.`);
          }
          if (actors.length > 0 && actorBasis === "NOT_STATED") {
            const names = actors.map((actor) => `"${actor}"`).join(", ");
            const message = `The actor of statement "${slug}" is NOT_STATED, yet actors names ${names}: clear one of the two.`;
            report(placeOf(row, "actor_basis"), message);
          }
        },
      },
    },
  }),
};
