import { isSlug } from "../../domain/ids.ts";
import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";
import { withArticle } from "../words.ts";

/** Finds former slugs that cannot answer: no slug, still in use, or renamed twice. */
export const formerId: Rule = {
  name: "former-id",
  severity: "error",
  says: "A former slug is a slug, names nothing of the case any more, and became one thing.",
  start: ({ report, whenKnown }) => {
    const lines = new Map<string, number | null>();
    return {
      rows: {
        former_ids: {
          needs: ["former"],
          check: (row) => {
            const { former } = row.record;
            const place = placeOf(row, "former");
            if (!isSlug(former)) report(place, `"${former}" is no slug.`);
            if (lines.has(former))
              report(place, `"${former}" was renamed already in line ${lines.get(former)}: keep one.`);
            lines.set(former, row.line);
            whenKnown(former, [], (definition) => {
              if (definition)
                report(
                  place,
                  `"${former}" still names ${withArticle(definition.kind)} of this case: remove the row.`,
                );
            });
          },
        },
      },
    };
  },
};
