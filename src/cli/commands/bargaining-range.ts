import {
  type BargainingRange,
  bargainingRange,
  type HeldContradiction,
  type HeldDemand,
} from "../../analytics/bargaining-range.ts";
import type { GapBetween } from "../../analytics/gaps.ts";
import type { ActorRange, StatedValue } from "../../analytics/ranges.ts";
import type { Ref } from "../../analytics/refs.ts";
import { nameEvidence } from "../../analytics/render/sentence.ts";
import { analysisCommand, caseOfThing, type ResultTables, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listIds, listStatements } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

/** Prints each actor's values on a measured issue and the gaps, or the demands that each holds on another. */
export const run = analysisCommand({
  ask: async (database, [issue = ""], options) =>
    bargainingRange(database, {
      case: await caseOfThing(database, issue, options),
      issue,
      actors: options.actor as readonly string[] | undefined,
      throughProposals: options.throughProposals as boolean | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: (result) => (result.isMeasured ? measuredTables(result) : heldTables(result)),
});

interface ValueRow {
  readonly actor: Ref;
  readonly from: string;
  readonly until: string | null;
  readonly value: StatedValue;
}

function measuredTables(result: BargainingRange): ResultTables {
  const { issue, ranges, gaps, held } = result;
  const unit = issue.unit ?? "";
  return [
    tableOf<ValueRow>(
      `Values, in ${unit}`,
      [
        { title: "actor", value: ({ actor }) => actor.name },
        { title: "from", value: ({ from }) => from },
        { title: "until", value: ({ until }) => until },
        { title: unit, value: ({ value }) => writeValue(value) },
        { title: "printed", value: ({ value }) => value.valuePrinted, share: 0.15 },
        { title: "demand", value: ({ value }) => value.demand.name, share: 0.25 },
        { title: "sources", value: ({ value }) => nameEvidence(value.statement), share: 0.2 },
        forTools("low", ({ value }) => value.low),
        forTools("high", ({ value }) => value.high),
        forTools("bound", ({ value }) => value.bound),
        forTools("actor id", ({ actor }) => actor.id),
        forTools("demand id", ({ value }) => value.demand.id),
        forTools("statement id", ({ value }) => value.statement.id),
      ],
      ranges.flatMap(valueRows),
    ),
    tableOf<GapBetween>(
      "Gaps",
      [
        { title: "between", value: ({ left, right }) => `${left.name} and ${right.name}` },
        {
          title: "gap",
          value: ({ gap }) => (gap === null ? "none to be told" : `${gap.toLocaleString("en")} ${unit}`),
        },
        { title: "trend", value: ({ trend }) => trend.toLowerCase() },
      ],
      gaps,
    ),
    tableOf(
      "Also held, without a number",
      HELD,
      held.filter((one) => !statesNumber(one, ranges)),
    ),
  ];
}

const HELD: readonly Column<HeldDemand>[] = [
  { title: "actor", value: ({ actor }) => actor.name, share: 0.15 },
  { title: "demand", value: ({ demand }) => demand.name, share: 0.3 },
  { title: "position", value: ({ position }) => position.toLowerCase() },
  { title: "rests on", value: ({ statements }) => listStatements(statements), share: 0.4 },
  forTools("actor id", ({ actor }) => actor.id),
  forTools("demand id", ({ demand }) => demand.id),
  forTools("statement ids", ({ statements }) => listIds(statements)),
];

/** Tells whether a demand stands among the values. */
function statesNumber({ demand }: HeldDemand, ranges: readonly ActorRange[]): boolean {
  return ranges.some(({ steps }) =>
    steps.some(({ values }) => values.some((value) => value.demand.id === demand.id)),
  );
}

function heldTables({ held, contradictions }: BargainingRange): ResultTables {
  return [
    tableOf("Held", HELD, held),
    tableOf<HeldContradiction>(
      "Contradictions",
      [
        { title: "one holds", value: ({ left }) => `${left.actor.name}: ${left.demand.name}`, share: 0.45 },
        {
          title: "the other holds",
          value: ({ right }) => `${right.actor.name}: ${right.demand.name}`,
          share: 0.45,
        },
      ],
      contradictions,
    ),
  ];
}

function valueRows({ actor, steps }: ActorRange): ValueRow[] {
  return steps.flatMap(({ from, until, values }) => values.map((value) => ({ actor, from, until, value })));
}

function writeValue({ low, high, bound }: StatedValue): string {
  const number =
    low === high ? low.toLocaleString("en") : `${low.toLocaleString("en")} to ${high.toLocaleString("en")}`;
  return bound === "AT_LEAST" ? `at least ${number}` : bound === "AT_MOST" ? `at most ${number}` : number;
}
