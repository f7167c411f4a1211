import { type CellColumns, layOutColumns } from "./cell-columns.ts";
import { CellPairs } from "./cell-pairs.ts";
import type { EdgeColumns } from "./edge-columns.ts";
import { GrowingFloats, GrowingInts } from "./growing-numbers.ts";
import { lazily } from "./lazily.ts";
import type { Aggregation, Normalization } from "./network-options.ts";
import { subtract } from "./subtract.ts";
import { oppositeOf, type Tally, visitCell } from "./tally.ts";

export interface OneModeRule {
  readonly aggregation: Exclude<Aggregation, "COMBINE">;
  readonly normalization: Exclude<Normalization, "ACTIVITY" | "PROMINENCE">;
  /** Kind of every edge. */
  readonly kind: string;
}

/** The edges, each once, from the node with the smaller id; and how many pairs cancel to 0. */
export interface OneModeEdges extends EdgeColumns {
  readonly cancelled: number;
  /** The cells behind an edge; valid until the next call. */
  openCells(edge: number): CellPairs;
}

/**
 * Projects a tally onto its nodes: the weights of `docs/methods.md#networks`, each pair once.
 *
 * Row by row (Gustavson's sparse product), so that memory holds one row and the edges, never a square matrix.
 *
 * @param weightOf - Weight of an entry, for the contributions.
 * @param signOf - Sign of an entry, for the parts of edges whose tally sums over signs.
 */
export function projectOneMode(
  tally: Tally,
  rule: OneModeRule,
  entries: { weightOf: (entry: number) => number; signOf: (entry: number) => number },
): OneModeEdges {
  const edges = computeEdges(tally, rule);
  const pairs = lazily(() => new CellPairs(tally, rule.aggregation));
  const open = (edge: number) => pairs().open(edges.source[edge] ?? 0, edges.target[edge] ?? 0);
  return {
    ...edges,
    length: edges.weight.length,
    openCells: open,
    kindOf: () => rule.kind,
    visitEntries: (edge, visit) => {
      const { length, left, right } = open(edge);
      for (let pair = 0; pair < length; pair++) {
        visitCell(tally, left[pair] as number, visit);
        visitCell(tally, right[pair] as number, visit);
      }
    },
    visitContributions: (edge, visit) => {
      const { length, left, right, isSame } = open(edge);
      const divisors = divisorsOf(tally, rule, edges.source[edge] ?? 0, edges.target[edge] ?? 0, pairs());
      const opposite = rule.aggregation === "SUBTRACT" ? -divisors.opposite : divisors.opposite;
      for (let pair = 0; pair < length; pair++) {
        const divisor = isSame[pair] === 1 ? divisors.same : opposite;
        const [a, b] = [left[pair] as number, right[pair] as number];
        visitCell(tally, a, (leftEntry) => {
          const share = cellShare(tally, a, entries.weightOf(leftEntry)) / divisor;
          visitCell(tally, b, (rightEntry) => {
            visit(leftEntry, rightEntry, share * cellShare(tally, b, entries.weightOf(rightEntry)));
          });
        });
      }
    },
    partsOf: (edge) =>
      tally.signs === 1
        ? unsignedParts(tally, open(edge), entries.signOf)
        : { positive: edges.same[edge] ?? 0, negative: edges.opposite[edge] ?? 0 },
  };
}

interface RawEdges {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** Sums of products of the same sign, and of opposite ones. */
  readonly same: Float64Array;
  readonly opposite: Float64Array;
  readonly cancelled: number;
}

function computeEdges(tally: Tally, rule: OneModeRule): RawEdges {
  const { nodeIds, nodeStarts, cellColumn, cellValue } = tally;
  const columns = layOutTally(tally);
  const { starts, places } = columns;
  const [source, target] = [new GrowingInts(), new GrowingInts()];
  const [weight, same, opposite] = [new GrowingFloats(), new GrowingFloats(), new GrowingFloats()];
  const row = new RowSums(nodeIds.length, rule);
  let cancelled = 0;
  for (let node = 0; node < nodeIds.length; node++) {
    const end = nodeStarts[node + 1] as number;
    for (let cell = nodeStarts[node] as number; cell < end; cell++) {
      const column = cellColumn[cell] as number;
      const value = cellValue[cell] as number;
      if (row.wantsSame)
        row.addSame(columns, (places[cell] as number) + 1, starts[column + 1] as number, value);
      const other = row.wantsOpposite ? oppositeOf(column, tally.signs) : -1;
      if (other >= 0)
        row.addOpposite(columns, columns.after(other, node), starts[other + 1] as number, value);
    }
    row.drain((other, sums) => {
      const value = weigh(tally, rule, node, other, sums);
      if (value === 0) {
        cancelled++;
        return;
      }
      source.push(node);
      target.push(other);
      weight.push(value);
      same.push(sums.same);
      opposite.push(sums.opposite);
    });
  }
  return {
    source: source.toArray(),
    target: target.toArray(),
    weight: weight.toArray(),
    same: same.toArray(),
    opposite: opposite.toArray(),
    cancelled,
  };
}

/** Cells by column, with what they hold. */
interface Columns extends CellColumns {
  readonly values: Float64Array;
}

function layOutTally({ unitIds, signs, nodeStarts, cellColumn, cellValue }: Tally): Columns {
  const columns = layOutColumns(cellColumn, nodeStarts, unitIds.length * signs);
  const values = new Float64Array(columns.cells.length);
  for (let place = 0; place < values.length; place++) {
    values[place] = cellValue[columns.cells[place] as number] as number;
  }
  return { ...columns, values };
}

/** What two nodes share: sums of products, and for JACCARD what each of the two has in the shared columns. */
interface PairSums {
  same: number;
  opposite: number;
  sameLeft: number;
  sameRight: number;
  oppositeLeft: number;
  oppositeRight: number;
}

const DENSE_NODES = 2_048;

/** The sums of one node with all others. */
class RowSums {
  readonly wantsSame: boolean;
  readonly wantsOpposite: boolean;
  readonly #wantsShares: boolean;
  /** Few nodes: all are looked at; many: only those that were added to. */
  readonly #isDense: boolean;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #isTouched: Uint8Array;
  readonly #same: Float64Array;
  readonly #opposite: Float64Array;
  readonly #shares: readonly [Float64Array, Float64Array, Float64Array, Float64Array];

  constructor(size: number, rule: OneModeRule) {
    this.wantsSame = rule.aggregation !== "CONFLICT";
    this.wantsOpposite = rule.aggregation === "CONFLICT" || rule.aggregation === "SUBTRACT";
    this.#wantsShares = rule.normalization === "JACCARD";
    this.#isDense = size <= DENSE_NODES;
    this.#touched = new Int32Array(size);
    this.#isTouched = new Uint8Array(size);
    this.#same = new Float64Array(size);
    this.#opposite = new Float64Array(size);
    const share = () => new Float64Array(this.#wantsShares ? size : 0);
    this.#shares = [share(), share(), share(), share()];
  }

  addSame(columns: Columns, from: number, to: number, value: number): void {
    this.#add(this.#same, this.#shares[0], this.#shares[1], columns, from, to, value);
  }

  addOpposite(columns: Columns, from: number, to: number, value: number): void {
    this.#add(this.#opposite, this.#shares[2], this.#shares[3], columns, from, to, value);
  }

  #add(
    sums: Float64Array,
    left: Float64Array,
    right: Float64Array,
    columns: Columns,
    from: number,
    to: number,
    value: number,
  ): void {
    if (!this.#isDense) this.#touch(columns.nodes, from, to);
    addProducts(sums, columns, from, to, value);
    if (this.#wantsShares) addShares(left, right, columns, from, to, value);
  }

  #touch(nodes: Int32Array, from: number, to: number): void {
    const isTouched = this.#isTouched;
    for (let place = from; place < to; place++) {
      const node = nodes[place] as number;
      if (isTouched[node] === 1) continue;
      isTouched[node] = 1;
      this.#touched[this.#touchedCount++] = node;
    }
  }

  #listTouched(): Int32Array {
    if (!this.#isDense) return this.#touched.subarray(0, this.#touchedCount).sort();
    let count = 0;
    for (let node = 0; node < this.#same.length; node++) {
      if (this.#same[node] !== 0 || this.#opposite[node] !== 0) this.#touched[count++] = node;
    }
    return this.#touched.subarray(0, count);
  }

  /** Gives the sums in the order of nodes and empties the row. */
  drain(give: (node: number, sums: PairSums) => void): void {
    const nodes = this.#listTouched();
    const [sameLeft, sameRight, oppositeLeft, oppositeRight] = this.#shares;
    for (const node of nodes) {
      give(node, {
        same: this.#same[node] ?? 0,
        opposite: this.#opposite[node] ?? 0,
        sameLeft: sameLeft[node] ?? 0,
        sameRight: sameRight[node] ?? 0,
        oppositeLeft: oppositeLeft[node] ?? 0,
        oppositeRight: oppositeRight[node] ?? 0,
      });
      this.#isTouched[node] = 0;
      this.#same[node] = 0;
      this.#opposite[node] = 0;
      if (this.#wantsShares) for (const share of this.#shares) share[node] = 0;
    }
    this.#touchedCount = 0;
  }
}

/** The innermost loop of all: some fifty million turns for a million statements. */
function addProducts(
  sums: Float64Array,
  { nodes, values }: Columns,
  from: number,
  to: number,
  value: number,
): void {
  for (let place = from; place < to; place++) {
    const node = nodes[place] as number;
    sums[node] = (sums[node] as number) + value * (values[place] as number);
  }
}

function addShares(
  left: Float64Array,
  right: Float64Array,
  { nodes, values }: Columns,
  from: number,
  to: number,
  value: number,
): void {
  for (let place = from; place < to; place++) {
    const node = nodes[place] as number;
    left[node] = (left[node] as number) + value;
    right[node] = (right[node] as number) + (values[place] as number);
  }
}

function weigh(tally: Tally, rule: OneModeRule, left: number, right: number, sums: PairSums): number {
  const { same, opposite } = findDivisors(tally, rule, left, right, sums);
  if (rule.aggregation === "CONFLICT") return divide(sums.opposite, opposite);
  if (rule.aggregation === "SUBTRACT")
    return subtract(divide(sums.same, same), divide(sums.opposite, opposite));
  return divide(sums.same, same);
}

function divide(sum: number, divisor: number): number {
  return divisor === 0 ? 0 : sum / divisor;
}

/** What the two sums of products are divided by; they differ for JACCARD alone. */
function findDivisors(tally: Tally, rule: OneModeRule, left: number, right: number, sums: PairSums) {
  const { totals, norms } = tally;
  const both = (divisor: number) => ({ same: divisor, opposite: divisor });
  const [totalLeft, totalRight] = [totals[left] ?? 0, totals[right] ?? 0];
  switch (rule.normalization) {
    case "NONE":
      return both(1);
    case "AVERAGE":
      return both((totalLeft + totalRight) / 2);
    case "COSINE":
      return both((norms[left] ?? 0) * (norms[right] ?? 0));
    case "ACTIVITY_PRODUCT":
      return both(totalLeft * totalRight);
    case "JACCARD":
      return {
        same: totalLeft - sums.sameLeft + (totalRight - sums.sameRight) + sums.same,
        opposite: totalLeft - sums.oppositeLeft + (totalRight - sums.oppositeRight) + sums.opposite,
      };
  }
}

function divisorsOf(tally: Tally, rule: OneModeRule, left: number, right: number, pairs: CellPairs) {
  const sums = { same: 0, opposite: 0, sameLeft: 0, sameRight: 0, oppositeLeft: 0, oppositeRight: 0 };
  for (let pair = 0; pair < pairs.length; pair++) {
    const a = tally.cellValue[pairs.left[pair] as number] as number;
    const b = tally.cellValue[pairs.right[pair] as number] as number;
    const side = pairs.isSame[pair] === 1 ? "same" : "opposite";
    sums[side] += a * b;
    sums[`${side}Left`] += a;
    sums[`${side}Right`] += b;
  }
  return findDivisors(tally, rule, left, right, sums);
}

/** What an entry holds of its cell: its weight, or an equal share where the cell holds 1 whatever their number. */
function cellShare(tally: Tally, cell: number, weight: number): number {
  const count = (tally.cellStarts[cell + 1] ?? 0) - (tally.cellStarts[cell] ?? 0);
  return weight > 0 ? weight : 1 / count;
}

function unsignedParts(tally: Tally, pairs: CellPairs, signOf: (entry: number) => number) {
  const parts = { positive: 0, negative: 0 };
  const count = (cell: number, sign: number) => {
    let found = 0;
    visitCell(tally, cell, (entry) => {
      if (signOf(entry) === sign) found++;
    });
    return found;
  };
  for (let pair = 0; pair < pairs.length; pair++) {
    const [a, b] = [pairs.left[pair] as number, pairs.right[pair] as number];
    const [forA, againstA, forB, againstB] = [count(a, 1), count(a, -1), count(b, 1), count(b, -1)];
    parts.positive += forA * forB + againstA * againstB;
    parts.negative += forA * againstB + againstA * forB;
  }
  return parts;
}
