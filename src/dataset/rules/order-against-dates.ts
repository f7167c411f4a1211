import { parseEdtf } from "../../domain/edtf-dates.ts";
import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

interface Order {
  readonly later: string;
  readonly earlier: string;
  readonly place: ReturnType<typeof placeOf>;
}

/** Finds things of a coded case that are said to follow what their dates put after them. */
export const orderAgainstDates: Rule = {
  name: "order-against-dates",
  severity: "warning",
  says: "What comes after another thing is not dated before it.",
  start: ({ report, settings }) => {
    const dates = new Map<string, string>();
    const orders: Order[] = [];
    return {
      everyRow: (row) => {
        if (settings.origin === "IMPORTED" || row.faulty.length > 0) return;
        if (row.table === "links") {
          const { from, relation, to } = row.record;
          if (relation === "AFTER")
            orders.push({ later: from, earlier: to, place: placeOf(row, "relation") });
          if (relation === "BEFORE")
            orders.push({ later: to, earlier: from, place: placeOf(row, "relation") });
        }
        if (!("after" in row.record)) return;
        const { slug, date, after, before } = row.record;
        if (date !== null) dates.set(slug, date);
        for (const earlier of after) orders.push({ later: slug, earlier, place: placeOf(row, "after") });
        for (const later of before) orders.push({ later, earlier: slug, place: placeOf(row, "before") });
      },
      end: () => {
        for (const { later, earlier, place } of orders) {
          const laterDate = dates.get(later) ?? "";
          const earlierDate = dates.get(earlier) ?? "";
          const end = parseEdtf(laterDate)?.latest;
          const start = parseEdtf(earlierDate)?.earliest;
          if (!end || !start || end >= start) continue;
          report(
            place,
            `"${later}" (${laterDate}) is said to come after "${earlier}" (${earlierDate}): correct the order or a date.`,
          );
        }
      },
    };
  },
};
