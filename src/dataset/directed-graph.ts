/** A graph of named things, each edge with a value, that finds its rings. */
export class DirectedGraph<V> {
  readonly #edges = new Map<string, { to: string; value: V }[]>();

  /** Adds an edge; one from a thing to itself is left out. */
  add(from: string, to: string, value: V): void {
    if (from === to) return;
    const edges = this.#edges.get(from);
    if (edges) edges.push({ to, value });
    else this.#edges.set(from, [{ to, value }]);
  }

  /**
   * Gives one ring for each edge that closes one in a walk from every thing in the order of adding: the things on it, the
   * first again at the end, and the value of the closing edge.
   */
  *findRings(): Generator<{ path: string[]; place: V }> {
    const done = new Set<string>();
    for (const start of this.#edges.keys()) if (!done.has(start)) yield* this.#walk(start, done);
  }

  /** Depth first with a stack of its own: a chain of a million links must not overflow the call stack. */
  *#walk(start: string, done: Set<string>): Generator<{ path: string[]; place: V }> {
    const stack = [{ node: start, next: 0 }];
    const depths = new Map([[start, 0]]);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = this.#edges.get(top.node)?.[top.next];
      top.next += 1;
      if (!edge) {
        depths.delete(top.node);
        done.add(top.node);
        stack.pop();
        continue;
      }
      const depth = depths.get(edge.to);
      if (depth !== undefined) {
        const path = [...stack.slice(depth).map(({ node }) => node), edge.to];
        yield { path, place: edge.value };
      } else if (!done.has(edge.to)) {
        depths.set(edge.to, stack.length);
        stack.push({ node: edge.to, next: 0 });
      }
    }
  }
}
