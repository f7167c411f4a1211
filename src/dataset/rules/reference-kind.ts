import type { NodeKind } from "../../domain/vocabulary.ts";
import { placeOf } from "../place.ts";
import type { Reference, Rule } from "../rule.ts";
import { fileOf, joinWords, withArticle } from "../words.ts";

/** Finds references to rows of a kind that the column does not take. */
export const referenceKind: Rule = {
  name: "reference-kind",
  severity: "error",
  says: "A reference names a row of a kind that its column takes.",
  start: ({ report, whenKnown }) => ({
    everyReference: (reference) => {
      const { row, column, slug, kind } = reference;
      if (column.kinds.length === 0 || (kind !== null && column.kinds.includes(kind))) return;
      whenKnown(slug, (definition) => {
        if (!definition || column.kinds.includes(definition.kind)) return;
        report(placeOf(row, column.name), explain(reference, definition.kind));
      });
    },
  }),
};

function explain({ column, slug }: Reference, kind: NodeKind): string {
  const wanted = joinWords(column.kinds.map(withArticle), "or");
  return `"${slug}" is ${withArticle(kind)} (${fileOf(kind)}): ${column.name} takes the slug of ${wanted}.`;
}
