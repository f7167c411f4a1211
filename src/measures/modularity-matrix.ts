import type { WeightedGraph } from "./weighted-graph.ts";

const MOST_STEPS = 1_000;

/** Newman's modularity matrix Bᵢⱼ = Aᵢⱼ − kᵢkⱼ / 2m of a graph without loops, never laid out. */
export class ModularityMatrix {
  /** 2m: all weights, from both ends. */
  readonly total: number;
  /** kᵢ: the weights of a node's edges. */
  readonly #strength: Float64Array;
  readonly #neighbours: readonly (readonly (readonly [number, number])[])[];

  constructor(graph: WeightedGraph) {
    const neighbours: [number, number][][] = graph.mapNodes(() => []);
    graph.forEachEdge((_, { weight }, source, target) => {
      neighbours[Number(source)]?.push([Number(target), weight]);
      neighbours[Number(target)]?.push([Number(source), weight]);
    });
    this.#neighbours = neighbours;
    this.#strength = Float64Array.from(neighbours, (own) => own.reduce((sum, [, weight]) => sum + weight, 0));
    this.total = this.#strength.reduce((sum, strength) => sum + strength, 0);
  }

  diagonal(node: number): number {
    return -((this.#strength[node] ?? 0) ** 2) / this.total;
  }

  /** Bx. */
  multiply(vector: Float64Array): Float64Array {
    const along = this.#strength.reduce((sum, strength, node) => sum + strength * (vector[node] ?? 0), 0);
    return this.#strength.map((strength, node) => {
      const own = this.#neighbours[node] ?? [];
      const sum = own.reduce((total, [other, weight]) => total + weight * (vector[other] ?? 0), 0);
      return sum - (strength * along) / this.total;
    });
  }

  /** Adds a column, times `factor`, to a vector. */
  addColumn(vector: Float64Array, column: number, factor: number): void {
    const share = (factor * (this.#strength[column] ?? 0)) / this.total;
    for (let node = 0; node < vector.length; node++) {
      vector[node] = (vector[node] ?? 0) - share * (this.#strength[node] ?? 0);
    }
    for (const [node, weight] of this.#neighbours[column] ?? []) {
      vector[node] = (vector[node] ?? 0) + factor * weight;
    }
  }

  /** The eigenvector of the most positive eigenvalue, by power iteration; its length is 1. */
  leadingVector(random: () => number): Float64Array {
    // With the greatest strength on the diagonal twice, no eigenvalue is below 0.
    const shift = 2 * this.#strength.reduce((most, strength) => Math.max(most, strength), 0);
    let vector = normalise(this.#strength.map(() => random() - 0.5));
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = normalise(this.multiply(vector).map((value, node) => value + shift * (vector[node] ?? 0)));
      const change = next.reduce(
        (most, value, node) => Math.max(most, Math.abs(value - (vector[node] ?? 0))),
        0,
      );
      vector = next;
      if (change < 1e-9) break;
    }
    return vector;
  }
}

function normalise(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
