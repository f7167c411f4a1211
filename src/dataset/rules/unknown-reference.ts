import { placeOf } from "../place.ts";
import type { CheckContext, ReferenceColumn, Rule } from "../rule.ts";
import { fileOf, joinWords, nameKinds } from "../words.ts";

/** Finds references to slugs that no row has. */
export const unknownReference: Rule = {
  name: "unknown-reference",
  severity: "error",
  says: "A reference names a row of the case.",
  start: (context) => ({
    everyReference: ({ row, column, slug, kind }) => {
      if (kind !== null) return;
      const place = placeOf(row, column.name);
      context.whenKnown(slug, column.kinds, (definition) => {
        if (definition || context.mayBeUnread(column.kinds)) return;
        context.report(place, () => explain(slug, column, context));
      });
    },
  }),
};

function explain(slug: string, column: ReferenceColumn, { slugs, suggest }: CheckContext): string {
  const { kinds } = column;
  const missing = `No ${nameKinds(kinds)} has the slug "${slug}"`;
  const parts = slug.split(/\s*[,;|]\s*/);
  if (parts.length > 1 && parts.every((part) => slugs.find(part)))
    return column.isList
      ? `${missing}: the items of a list are separated by "|", write "${parts.join("|")}".`
      : `${missing}: the cell takes one of them.`;
  const suggestion = suggest(slug, slugs.slugsOf(kinds));
  if (suggestion) return `${missing}.${suggestion}`;
  const files = joinWords(kinds.map(fileOf), "or");
  return `${missing}: correct it, or add a row with it${files === "" ? "" : ` to ${files}`}.`;
}
