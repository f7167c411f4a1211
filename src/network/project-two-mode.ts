import type { EdgeColumns } from "./edge-columns.ts";
import { GrowingFloats, GrowingInts } from "./growing-numbers.ts";
import type { Aggregation, Normalization } from "./network-options.ts";
import { subtract } from "./subtract.ts";
import type { Tally } from "./tally.ts";

export interface TwoModeRule {
  readonly aggregation: Extract<Aggregation, "IGNORE" | "SUBTRACT" | "COMBINE">;
  readonly normalization: Extract<Normalization, "NONE" | "ACTIVITY" | "PROMINENCE">;
}

/** Edges from nodes (actors) to units (targets), and how many cancel to 0. */
export interface TwoModeEdges extends EdgeColumns {
  readonly cancelled: number;
}

/** Gives the edges of a signed tally: what each actor said of each target. */
export function projectTwoMode(
  tally: Tally,
  rule: TwoModeRule,
  weightOf: (entry: number) => number,
): TwoModeEdges {
  const columnTotals = sumUnits(tally);
  const raw = computeEdges(tally, rule, columnTotals);
  const divisorOf = (edge: number) =>
    findDivisor(tally, rule, columnTotals, raw.source[edge] ?? 0, raw.target[edge] ?? 0);
  return {
    ...raw,
    length: raw.weight.length,
    kindOf: () => rule.aggregation,
    visitEntries: (edge, visit) => visitEdge(tally, raw.cell[edge] ?? 0, (entry) => visit(entry)),
    visitContributions: (edge, visit) => {
      const counts = readCounts(tally, raw.cell[edge] ?? 0);
      const share = shareRule(rule, counts, divisorOf(edge));
      visitEdge(tally, raw.cell[edge] ?? 0, (entry, sign) => visit(entry, -1, weightOf(entry) * share(sign)));
    },
    partsOf: (edge) => {
      const { positive, negative } = readCounts(tally, raw.cell[edge] ?? 0);
      return { positive, negative };
    },
  };
}

interface Counts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

function computeEdges(tally: Tally, rule: TwoModeRule, columnTotals: Float64Array) {
  const [source, target, cells] = [new GrowingInts(), new GrowingInts(), new GrowingInts()];
  const weight = new GrowingFloats();
  let cancelled = 0;
  for (let node = 0; node < tally.nodeIds.length; node++) {
    const end = tally.nodeStarts[node + 1] ?? 0;
    for (let cell = tally.nodeStarts[node] ?? 0; cell < end; cell = nextUnit(tally, cell, end)) {
      const unit = unitOf(tally, cell);
      const value = weigh(rule, readCounts(tally, cell), findDivisor(tally, rule, columnTotals, node, unit));
      if (value === 0) {
        cancelled++;
        continue;
      }
      source.push(node);
      target.push(unit);
      cells.push(cell);
      weight.push(value);
    }
  }
  return {
    source: source.toArray(),
    target: target.toArray(),
    /** First cell of each edge. */
    cell: cells.toArray(),
    weight: weight.toArray(),
    cancelled,
  };
}

function weigh({ aggregation }: TwoModeRule, counts: Counts, divisor: number): number {
  const { positive, neutral, negative } = counts;
  if (aggregation === "COMBINE") return (positive > 0 ? 1 : 0) + (negative > 0 ? 2 : 0);
  const sum = aggregation === "IGNORE" ? positive + neutral + negative : subtract(positive, negative);
  return divisor === 0 ? 0 : sum / divisor;
}

/** What one unit of weight adds: for COMBINE the code's part, shared by the statements of one sign. */
function shareRule({ aggregation }: TwoModeRule, counts: Counts, divisor: number): (sign: number) => number {
  if (aggregation === "COMBINE") return (sign) => (sign > 0 ? 1 / counts.positive : 2 / counts.negative);
  if (aggregation === "IGNORE") return () => 1 / divisor;
  return (sign) => sign / divisor;
}

function findDivisor(
  tally: Tally,
  rule: TwoModeRule,
  columnTotals: Float64Array,
  node: number,
  unit: number,
): number {
  if (rule.normalization === "ACTIVITY") return tally.totals[node] ?? 0;
  if (rule.normalization === "PROMINENCE") return columnTotals[unit] ?? 0;
  return 1;
}

function sumUnits(tally: Tally): Float64Array {
  const totals = new Float64Array(tally.unitIds.length);
  for (let cell = 0; cell < tally.cellColumn.length; cell++) {
    const unit = unitOf(tally, cell);
    totals[unit] = (totals[unit] ?? 0) + (tally.cellValue[cell] ?? 0);
  }
  return totals;
}

function unitOf(tally: Tally, cell: number): number {
  return Math.floor((tally.cellColumn[cell] ?? 0) / 3);
}

function nextUnit(tally: Tally, cell: number, end: number): number {
  const unit = unitOf(tally, cell);
  let next = cell + 1;
  while (next < end && unitOf(tally, next) === unit) next++;
  return next;
}

/** Calls `visit` with the cells of one node and unit, from the first. */
function visitUnit(tally: Tally, first: number, visit: (cell: number, sign: number) => void): void {
  const unit = unitOf(tally, first);
  const node = findNode(tally, first);
  const end = tally.nodeStarts[node + 1] ?? 0;
  for (let cell = first; cell < end && unitOf(tally, cell) === unit; cell++) {
    visit(cell, ((tally.cellColumn[cell] ?? 0) % 3) - 1);
  }
}

/** The last node that starts at or before a cell; every node has cells. */
function findNode({ nodeStarts }: Tally, cell: number): number {
  let low = 0;
  let high = nodeStarts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((nodeStarts[middle] ?? 0) <= cell) low = middle;
    else high = middle;
  }
  return low;
}

function readCounts(tally: Tally, first: number): Counts {
  const counts = { positive: 0, neutral: 0, negative: 0 };
  visitUnit(tally, first, (cell, sign) => {
    const name = sign > 0 ? "positive" : sign < 0 ? "negative" : "neutral";
    counts[name] += tally.cellValue[cell] ?? 0;
  });
  return counts;
}

function visitEdge(tally: Tally, first: number, visit: (entry: number, sign: number) => void): void {
  visitUnit(tally, first, (cell, sign) => {
    for (let i = tally.cellStarts[cell] ?? 0; i < (tally.cellStarts[cell + 1] ?? 0); i++) {
      visit(tally.entries[i] ?? 0, sign);
    }
  });
}
