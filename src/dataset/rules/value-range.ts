import type { RecordOf } from "../../domain/tables.ts";
import { placeOf } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Finds values, their upper ends and their bounds that do not go together. */
export const valueRange: Rule = {
  name: "value-range",
  severity: "error",
  says: "`value_max` is there for a RANGE and only there, not below `value`; a bound has a value.",
  start: ({ report }) => ({
    rows: {
      demands: {
        needs: ["value", "value_max", "bound"],
        check: (row) => {
          for (const { column, message } of faultsOf(row.record)) report(placeOf(row, column), message);
        },
      },
    },
  }),
};

function* faultsOf({
  value,
  valueMax,
  bound,
}: RecordOf<"demands">): Generator<{ column: string; message: string }> {
  if (value === null && valueMax !== null) {
    yield {
      column: "value",
      message: `value_max is ${valueMax}, but value is empty: fill in the lower end.`,
    };
  }
  if (value === null && bound !== null) {
    yield {
      column: "value",
      message: `The bound is ${bound}, but value is empty: fill it in, or clear bound.`,
    };
  }
  if (value !== null && valueMax !== null && valueMax < value) {
    yield {
      column: "value_max",
      message: `value_max (${valueMax}) is below value (${value}): exchange or correct them.`,
    };
  }
  if (bound === "RANGE" && valueMax === null) {
    yield {
      column: "value_max",
      message: "The bound is RANGE, but value_max is empty: fill in the upper end.",
    };
  }
  if (bound !== null && bound !== "RANGE" && valueMax !== null) {
    yield {
      column: "bound",
      message: `value_max is ${valueMax}, but the bound is ${bound}: write RANGE, or clear value_max.`,
    };
  }
}
