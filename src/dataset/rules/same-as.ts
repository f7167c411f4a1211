import { isSlug, parseId } from "../../domain/ids.ts";
import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds links to other cases that name no actor of another case. */
export const sameAs: Rule = {
  name: "same-as",
  severity: "error",
  says: "`same_as` holds the id (`case/slug`) of an actor of another case.",
  start: ({ report }) => {
    let ownCase: string | null = null;
    return {
      rows: {
        case: {
          needs: ["slug"],
          check: ({ record }) => {
            ownCase ??= record.slug;
          },
        },
        same_as: {
          needs: ["same_as"],
          check: (row) => {
            const { caseSlug, slug } = parseId(row.record.sameAs);
            if (caseSlug === null || !isSlug(caseSlug) || !isSlug(slug)) {
              report(
                placeOf(row, "same_as"),
                `"${row.record.sameAs}" is no id: write case/slug, such as another-case/northland.`,
              );
            } else if (caseSlug === ownCase) {
              const message = `"${row.record.sameAs}" is of this case: within a case keep one actor, and give it both names.`;
              report(placeOf(row, "same_as"), message);
            }
          },
        },
      },
    };
  },
};
