import { placeOf } from "../place.ts";
import { forEachReference } from "../references.ts";
import type { Rule } from "../rule.ts";
import { fileOf, joinWords, withArticle } from "../words.ts";

/** Finds references to rows of a kind that the column does not take. */
export const referenceKind: Rule = {
  name: "reference-kind",
  severity: "error",
  says: "A reference names a row of a kind that its column takes.",
  start: (context) => ({
    everyRow: (row) =>
      forEachReference(row, (slug, column) => {
        if (column.kinds.length === 0) return;
        const kind = context.slugs.kindOf(slug);
        if (kind !== null && column.kinds.includes(kind)) return;
        context.whenKnown(slug, (definition) => {
          if (!definition || column.kinds.includes(definition.kind)) return;
          const found = `"${slug}" is ${withArticle(definition.kind)} (${fileOf(definition.kind)})`;
          context.report(
            placeOf(row, column.name),
            `${found}: ${column.name} takes the slug of ${joinWords(column.kinds.map(withArticle), "or")}.`,
          );
        });
      }),
  }),
};
