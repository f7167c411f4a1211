import type { PositionMatrix } from "./position-matrix.ts";

/** A row or column of the matrix. */
export interface Line {
  readonly slug: string;
  readonly name: string;
  /** The issue whose demands stand together; empty where there is none. */
  readonly group: string;
}

/** The matrix as it is laid out: which of its sides runs down. */
export interface MatrixLayout<C> {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly at: (row: Line, column: Line) => C | undefined;
}

/** From more actors than this on they run down, else across, so that the texts of demands can be read. */
const MOST_ACTORS_ACROSS = 14;

/** Lays a matrix out with few actors across, or many down. */
export function matrixLayout<C>(matrix: PositionMatrix<C>): MatrixLayout<C> {
  const actors = matrix.actors.map(({ slug, name }) => ({ slug, name, group: "" }));
  const demands = matrix.columns.map(({ target, issue }) => ({
    slug: target.slug,
    name: target.name,
    group: issue === null || issue.slug === target.slug ? "" : issue.name,
  }));
  return actors.length > MOST_ACTORS_ACROSS
    ? { rows: actors, columns: demands, at: (row, column) => matrix.at(row.slug, column.slug) }
    : { rows: demands, columns: actors, at: (row, column) => matrix.at(column.slug, row.slug) };
}

/** Gives lines that stand together under the name of their group, in order. */
export function groupLines(
  lines: readonly Line[],
): readonly { readonly group: string; readonly lines: readonly Line[] }[] {
  const groups: { group: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.group === line.group) last.lines.push(line);
    else groups.push({ group: line.group, lines: [line] });
  }
  return groups;
}
