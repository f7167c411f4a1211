import {
  layOutValues,
  type PairSums,
  type ValueColumns,
  type VisitPairs,
  type WantedSums,
} from "./pair-sums.ts";
import { oppositeOf, type Tally } from "./tally.ts";

/** Sums up the pairs of one node after the other (Gustavson's sparse product), so that memory holds one row. */
export function sumPairsByRow(tally: Tally, wanted: WantedSums): VisitPairs {
  const { nodeIds, nodeStarts, cellColumn, cellValue, signs } = tally;
  return (visit) => {
    const columns = layOutValues(tally);
    const { starts, places } = columns;
    const row = new RowSums(nodeIds.length, wanted.shares);
    for (let node = 0; node < nodeIds.length; node++) {
      const end = nodeStarts[node + 1] as number;
      for (let cell = nodeStarts[node] as number; cell < end; cell++) {
        const column = cellColumn[cell] as number;
        const value = cellValue[cell] as number;
        if (wanted.same)
          row.addSame(columns, (places[cell] as number) + 1, starts[column + 1] as number, value);
        const other = wanted.opposite ? oppositeOf(column, signs) : -1;
        if (other >= 0)
          row.addOpposite(columns, columns.after(other, node), starts[other + 1] as number, value);
      }
      row.drain((other, sums) => visit(node, other, sums));
    }
  };
}

/** The sums of one node with all others. */
class RowSums {
  readonly #wantsShares: boolean;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #isTouched: Uint8Array;
  readonly #same: Float64Array;
  readonly #opposite: Float64Array;
  readonly #shares: readonly [Float64Array, Float64Array, Float64Array, Float64Array];

  constructor(size: number, wantsShares: boolean) {
    this.#wantsShares = wantsShares;
    this.#touched = new Int32Array(size);
    this.#isTouched = new Uint8Array(size);
    this.#same = new Float64Array(size);
    this.#opposite = new Float64Array(size);
    const share = () => new Float64Array(wantsShares ? size : 0);
    this.#shares = [share(), share(), share(), share()];
  }

  addSame(columns: ValueColumns, from: number, to: number, value: number): void {
    this.#add(this.#same, this.#shares[0], this.#shares[1], columns, from, to, value);
  }

  addOpposite(columns: ValueColumns, from: number, to: number, value: number): void {
    this.#add(this.#opposite, this.#shares[2], this.#shares[3], columns, from, to, value);
  }

  #add(
    sums: Float64Array,
    left: Float64Array,
    right: Float64Array,
    columns: ValueColumns,
    from: number,
    to: number,
    value: number,
  ): void {
    this.#touch(columns.nodes, from, to);
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

  /** Gives the sums in the order of nodes and empties the row. */
  drain(give: (node: number, sums: PairSums) => void): void {
    const [sameLeft, sameRight, oppositeLeft, oppositeRight] = this.#shares;
    for (const node of this.#touched.subarray(0, this.#touchedCount).sort()) {
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

function addProducts(
  sums: Float64Array,
  { nodes, values }: ValueColumns,
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
  { nodes, values }: ValueColumns,
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
