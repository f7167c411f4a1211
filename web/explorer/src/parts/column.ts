/** A column of a table that is shown and downloaded. */
export interface Column<Row> {
  readonly title: string;
  /** What stands in the cell; null leaves it empty. */
  readonly value: (row: Row) => string | number | null;
  /** Where the cell leads; null: nowhere. */
  readonly link?: (row: Row) => string | null;
}

/** A table of what a view shows. */
export interface ViewTable<Row> {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}
