import { placeOf } from "../place.ts";
import type { CheckContext, Row, Rule } from "../rule.ts";

/** Finds demands with a value whose issue tells no unit. */
export const valueWithoutUnit: Rule = {
  name: "value-without-unit",
  severity: "error",
  says: "A demand with a value is about an issue with a unit.",
  start: (context) => {
    const measuredIssues = new Map<string, boolean>();
    return {
      rows: {
        issues: {
          needs: ["slug", "unit"],
          check: ({ record }) => void measuredIssues.set(record.slug, record.unit !== null),
        },
        demands: {
          needs: ["value", "issue"],
          check: (row) => checkDemand(row, measuredIssues, context),
        },
      },
    };
  },
};

function checkDemand(
  row: Row<"demands">,
  measuredIssues: ReadonlyMap<string, boolean>,
  { report }: CheckContext,
): void {
  const { slug, value, issue } = row.record;
  if (value === null) return;
  if (issue === null) {
    report(
      placeOf(row, "issue"),
      `Demand "${slug}" has the value ${value}, but no issue: name one that has a unit.`,
    );
    return;
  }
  if (measuredIssues.get(issue) !== false) return;
  const message = `Demand "${slug}" has the value ${value}, but its issue "${issue}" has no unit: fill in unit in issues.csv.`;
  report(placeOf(row, "value"), message);
}
