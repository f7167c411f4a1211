/** A column of numbers that grows in one block of memory. */
abstract class GrowingColumn<T extends Int32Array | Float64Array> {
  #values: T;
  #length = 0;

  /** @param expected - How many numbers are likely to come. */
  constructor(expected = 1024) {
    this.#values = this.allocate(Math.max(expected, 1));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.allocate(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** A copy without spare room. */
  toArray(): T {
    return this.#values.slice(0, this.#length) as T;
  }

  protected abstract allocate(length: number): T;
}

/** A growing column of whole numbers. */
export class GrowingInts extends GrowingColumn<Int32Array> {
  protected override allocate(length: number): Int32Array {
    return new Int32Array(length);
  }
}

/** A growing column of any numbers. */
export class GrowingFloats extends GrowingColumn<Float64Array> {
  protected override allocate(length: number): Float64Array {
    return new Float64Array(length);
  }
}
