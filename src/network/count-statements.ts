import { ACT_NAMES, ACTS } from "../domain/acts.ts";
import type { LeftOut } from "../domain/statement-filter.ts";
import { type CaseIndex, indexCase } from "./case-index.ts";
import { dayNumber, NO_DAY } from "./days.ts";
import { dropDuplicates } from "./drop-duplicates.ts";
import type { Entries } from "./entries.ts";
import { GrowingInts } from "./growing-numbers.ts";
import { kernelWeight } from "./kernels.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import type { Reading } from "./reading.ts";
import { makeRowActors } from "./row-actors.ts";
import { makeRowTargets } from "./row-targets.ts";
import { LeftOutCount, makeRowFilter } from "./select-rows.ts";
import type { StatementTable } from "./statement-table.ts";

/** The entries, and what did not become one. */
export interface Count {
  readonly entries: Entries;
  readonly leftOut: readonly LeftOut[];
  /** Distinct statements behind the entries. */
  readonly statementsKept: number;
  /** Statements marked AMBIGUOUS_ROLLUP: an actor of theirs stands for several. */
  readonly ambiguousRollUps: number;
}

/** Counts the statements of a case as `docs/methods.md#counting` says. */
export function countStatements(data: NetworkData, options: NetworkOptions, reading: Reading): Count {
  const index = indexCase(data);
  const leftOut = new LeftOutCount();
  const columns = fillColumns(data, index, options, reading, leftOut);
  const kept = dropDuplicates(
    columns.entries,
    data.statements,
    index,
    options.duplicates,
    reading.duplicatesShare,
  );
  const statementsKept = countDistinct(kept.row);
  const dropped = kept === columns.entries ? 0 : countDistinct(columns.entries.row) - statementsKept;
  if (dropped > 0) leftOut.add("DUPLICATE", dropped);
  return { entries: kept, leftOut: leftOut.list(), statementsKept, ambiguousRollUps: columns.ambiguous };
}

function fillColumns(
  data: NetworkData,
  index: CaseIndex,
  options: NetworkOptions,
  reading: Reading,
  leftOut: LeftOutCount,
): { entries: Entries; ambiguous: number } {
  const table = data.statements;
  const makeColumn = () => new GrowingInts(table.length);
  const [rows, actors, targets, signs] = [makeColumn(), makeColumn(), makeColumn(), makeColumn()];
  const weights: number[] = [];
  const leaveOut = makeRowFilter(table, index, options);
  const actReason = makeActFilter(options, reading);
  const rowTargets = makeRowTargets(data, index, options, reading.level);
  const rowActors = makeRowActors(data, index, options);
  const weigh = makeWeighing(table, options);
  let ambiguous = 0;
  for (let row = 0; row < table.length; row++) {
    const act = table.act[row] ?? 0;
    const reason = leaveOut(row) ?? actReason.other[act];
    if (reason) {
      leftOut.add(reason);
      continue;
    }
    const on = rowTargets.of(table.target[row] ?? 0, SIGNS[act] ?? 0);
    if (on.length === 0) {
      leftOut.add("OTHER_TARGET");
      continue;
    }
    const unfit = actReason.polarity[act];
    const by = unfit ? null : rowActors.of(row);
    if (!by || typeof by === "string") {
      leftOut.add(unfit ?? by ?? "NO_ACTOR");
      continue;
    }
    const weight = weigh ? weigh(row) : 1;
    if (weight === 0) {
      leftOut.add("OUTSIDE_DATES");
      continue;
    }
    if (by.isAmbiguous) ambiguous++;
    for (const actor of by.actors) {
      for (const target of on) {
        rows.push(row);
        actors.push(actor);
        targets.push(target);
        signs.push(SIGNS[act] ?? 0);
        if (weigh) weights.push(weight);
      }
    }
  }
  const entries = {
    length: rows.length,
    row: rows.toArray(),
    actor: actors.toArray(),
    target: targets.toArray(),
    sign: signs.toArray(),
    weight: weigh ? Float64Array.from(weights) : null,
    actorIds: rowActors.ids(),
    targetIds: rowTargets.ids,
  };
  return { entries, ambiguous };
}

/** Sign of each act, by its place in `ACT_NAMES`. */
export const SIGNS: readonly number[] = ACTS.map((act) => Math.sign(act.polarity ?? 0));

/** Why an act is left out, by its place in `ACT_NAMES`: for another act being asked for, or for its polarity. */
function makeActFilter(options: NetworkOptions, reading: Reading) {
  const wanted: readonly string[] = options.acts.length > 0 ? options.acts : reading.acts;
  const other = ACT_NAMES.map((act) =>
    wanted.length > 0 && !wanted.includes(act) ? ("OTHER_ACT" as const) : null,
  );
  const polarity = ACTS.map((act) => {
    if (reading.polarity === "ANY") return null;
    if (act.polarity === null) return "NO_POLARITY" as const;
    if (reading.polarity === "ALL") return null;
    if (act.polarity === 0) return "NO_POLARITY" as const;
    return options.halves === "OMIT" && Math.abs(act.polarity) === 0.5 ? ("HALF_POLARITY" as const) : null;
  });
  return { other, polarity };
}

/** Null where every statement weighs 1. */
function makeWeighing(
  { earliest, latest }: StatementTable,
  { kernel, from, to }: NetworkOptions,
): ((row: number) => number) | null {
  if (kernel === "NONE" || from === null || to === null) return null;
  const centre = (dayNumber(from) + dayNumber(to)) / 2;
  const halfWidth = (dayNumber(to) - dayNumber(from) + 1) / 2;
  return (row) => {
    const first = earliest[row] ?? NO_DAY;
    const last = latest[row] ?? NO_DAY;
    if (first === NO_DAY || last === NO_DAY) return 0;
    return kernelWeight(kernel, Math.abs((first + last) / 2 - centre) / halfWidth);
  };
}

/** Entries of one row follow one another. */
function countDistinct(rows: Int32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (i === 0 || rows[i] !== rows[i - 1]) count++;
  return count;
}
