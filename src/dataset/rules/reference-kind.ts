import type { NodeKind } from "../../domain/vocabulary.ts";
import { placeOf } from "../place.ts";
import type { ReferenceColumn, Rule } from "../rule.ts";
import { fileOf, joinWords, withArticle } from "../words.ts";

/** Finds references to rows of a kind that the column does not take. */
export const referenceKind: Rule = {
  name: "reference-kind",
  severity: "error",
  says: "A reference names a row of a kind that its column takes.",
  start: ({ report, whenKnown }) => ({
    everyReference: ({ row, column, slug, kind }) => {
      if (column.kinds.length === 0 || (kind !== null && column.kinds.includes(kind))) return;
      const place = placeOf(row, column.name);
      whenKnown(slug, column.kinds, (definition) => {
        if (!definition || column.kinds.includes(definition.kind)) return;
        report(place, explain(slug, column, definition.kind));
      });
    },
  }),
};

function explain(slug: string, column: ReferenceColumn, kind: NodeKind): string {
  const wanted = joinWords(column.kinds.map(withArticle), "or");
  return `"${slug}" is ${withArticle(kind)} (${fileOf(kind)}): ${column.name} takes the slug of ${wanted}.`;
}
