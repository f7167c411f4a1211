import { placeOf } from "../place.ts";
import type { Reference, Rule } from "../rule.ts";

/** Finds rows that refer to themselves, and relations of a thing to itself. */
export const selfReference: Rule = {
  name: "self-reference",
  severity: "error",
  says: "Nothing refers to itself, or relates to itself.",
  start: ({ report }) => ({
    everyReference: (reference) => {
      if (!isToItself(reference)) return;
      const { row, column, slug } = reference;
      report(placeOf(row, column.name), `"${slug}" is related to itself: name another one, or remove it.`);
    },
  }),
};

function isToItself({ row, column, slug }: Reference): boolean {
  if (row.table === "links") return column.name === "to" && slug === row.record.from;
  if (row.table === "representations") return column.name === "of" && slug === row.record.actor;
  // A case and a source of it may have the same slug: a case's is no slug within the case.
  if (row.table === "case") return false;
  return "slug" in row.record && slug === row.record.slug;
}
