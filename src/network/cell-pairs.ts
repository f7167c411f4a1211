import type { Aggregation } from "./network-options.ts";
import type { Tally } from "./tally.ts";

/** The cells of two nodes that the aggregation multiplies, as columns that are filled anew for each edge. */
export class CellPairs {
  length = 0;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly isSame: Uint8Array;
  readonly #tally: Tally;
  readonly #wantsSame: boolean;
  readonly #wantsOpposite: boolean;
  /** Unit and sign of each cell. */
  readonly #unit: Int32Array;
  readonly #sign: Int8Array;
  #openedLeft = -1;
  #openedRight = -1;

  constructor(tally: Tally, aggregation: Aggregation) {
    const { cellColumn, signs, nodeStarts } = tally;
    let longest = 0;
    for (let node = 1; node < nodeStarts.length; node++) {
      longest = Math.max(longest, (nodeStarts[node] ?? 0) - (nodeStarts[node - 1] ?? 0));
    }
    this.#tally = tally;
    this.#wantsSame = aggregation !== "CONFLICT";
    this.#wantsOpposite = aggregation === "CONFLICT" || aggregation === "SUBTRACT";
    this.#unit = new Int32Array(cellColumn.length);
    this.#sign = new Int8Array(cellColumn.length);
    for (let cell = 0; cell < cellColumn.length; cell++) {
      const column = cellColumn[cell] as number;
      this.#unit[cell] = Math.floor(column / signs);
      if (signs === 3) this.#sign[cell] = (column % 3) - 1;
    }
    // A cell meets at most its own sign and the opposite one.
    this.left = new Int32Array(2 * longest);
    this.right = new Int32Array(2 * longest);
    this.isSame = new Uint8Array(2 * longest);
  }

  /** Goes through the cells of two nodes side by side. */
  open(leftNode: number, rightNode: number): this {
    if (leftNode === this.#openedLeft && rightNode === this.#openedRight) return this;
    this.#openedLeft = leftNode;
    this.#openedRight = rightNode;
    this.length = 0;
    const { nodeStarts } = this.#tally;
    const unit = this.#unit;
    const leftEnd = nodeStarts[leftNode + 1] ?? 0;
    const rightEnd = nodeStarts[rightNode + 1] ?? 0;
    let b = nodeStarts[rightNode] ?? 0;
    for (let a = nodeStarts[leftNode] ?? 0; a < leftEnd; a++) {
      const wanted = unit[a] as number;
      while (b < rightEnd && (unit[b] as number) < wanted) b++;
      for (let other = b; other < rightEnd && unit[other] === wanted; other++) this.#add(a, other);
    }
    return this;
  }

  #add(a: number, b: number): void {
    const [left, right] = [this.#sign[a] as number, this.#sign[b] as number];
    const isSame = left === right;
    if (isSame ? !this.#wantsSame : !this.#wantsOpposite || left !== -right) return;
    // Neutral statements are opposite to none.
    if (left === 0 && !this.#wantsSame) return;
    this.left[this.length] = a;
    this.right[this.length] = b;
    this.isSame[this.length] = isSame ? 1 : 0;
    this.length++;
  }
}
