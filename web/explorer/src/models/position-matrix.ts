/** A thing with a slug and a name. */
interface Named {
  readonly slug: string;
  readonly name: string;
}

/** What the matrix needs to know of a cell of the answer. */
interface Cell {
  readonly actor: Named;
  readonly target: Named;
  readonly issue: Named | null;
}

export interface MatrixColumn<C> {
  readonly target: Named;
  /** The issue that the demand is about; null where the columns are issues, or the case names none. */
  readonly issue: Named | null;
  readonly cells: readonly C[];
}

export interface PositionMatrix<C> {
  /** Actors with a position, those with most first. */
  readonly actors: readonly Named[];
  /** Demands of one issue stand together; issues and demands with most positions first. */
  readonly columns: readonly MatrixColumn<C>[];
  readonly at: (actorSlug: string, targetSlug: string) => C | undefined;
}

/** Puts positions into a matrix whose fullest corner comes first. */
export function positionMatrix<C extends Cell>(cells: readonly C[]): PositionMatrix<C> {
  const byActor = groupBy(cells, ({ actor }) => actor.slug);
  const byKey = new Map(cells.map((cell) => [cellKey(cell.actor.slug, cell.target.slug), cell]));
  return {
    actors: [...byActor.values()]
      .sort(byFullness(({ actor }) => actor))
      .flatMap(([cell]) => cell?.actor ?? []),
    columns: orderColumns(cells),
    at: (actorSlug, targetSlug) => byKey.get(cellKey(actorSlug, targetSlug)),
  };
}

/** Names a cell in an address. */
export function cellKey(actorSlug: string, targetSlug: string): string {
  return `${actorSlug}~${targetSlug}`;
}

function orderColumns<C extends Cell>(cells: readonly C[]): MatrixColumn<C>[] {
  const issues = [...groupBy(cells, ({ issue }) => issue?.slug ?? "").values()];
  return issues.sort(byFullness(({ issue }) => issue ?? { slug: "", name: "" })).flatMap((ofIssue) =>
    [...groupBy(ofIssue, ({ target }) => target.slug).values()]
      .sort(byFullness(({ target }) => target))
      .flatMap((column) => {
        const [first] = column;
        return first ? [{ target: first.target, issue: first.issue, cells: column }] : [];
      }),
  );
}

/** Orders groups of cells by how many they are, most first, then by name. */
function byFullness<C>(nameOf: (cell: C) => Named): (left: readonly C[], right: readonly C[]) => number {
  const name = (group: readonly C[]) => (group[0] ? nameOf(group[0]).name : "");
  return (left, right) => right.length - left.length || (name(left) < name(right) ? -1 : 1);
}

function groupBy<C>(cells: readonly C[], keyOf: (cell: C) => string): ReadonlyMap<string, readonly C[]> {
  const groups = new Map<string, C[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return groups;
}
