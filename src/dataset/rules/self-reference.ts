import { placeOf } from "../place.ts";
import { forEachReference } from "../references.ts";
import type { AnyRow, Rule } from "../rule.ts";

/** Finds rows that refer to themselves, and relations of a thing to itself. */
export const selfReference: Rule = {
  name: "self-reference",
  severity: "error",
  says: "Nothing refers to itself, or relates to itself.",
  start: ({ report }) => ({
    everyRow: (row) => {
      const own = ownSlug(row);
      if (own === null) return;
      forEachReference(row, (slug, column) => {
        if (slug !== own.slug || column.name === own.column) return;
        if (own.column === "slug" || column.name === own.other) {
          report(
            placeOf(row, column.name),
            `"${slug}" is related to itself: name another one, or remove it.`,
          );
        }
      });
    },
  }),
};

/** The slug that the row must not name, the column in which it stands, and, where there is only one, the column that it is held against. */
function ownSlug(row: AnyRow): { slug: string; column: string; other: string | null } | null {
  if (row.table === "links") return { slug: row.record.from, column: "from", other: "to" };
  if (row.table === "representations") return { slug: row.record.actor, column: "actor", other: "of" };
  if (!("slug" in row.record) || row.record.slug === null) return null;
  return { slug: row.record.slug, column: "slug", other: null };
}
