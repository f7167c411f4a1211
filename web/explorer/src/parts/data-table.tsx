import { useState } from "preact/hooks";
import { texts } from "../texts.ts";
import type { Column } from "./column.ts";

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Rows as a table that scrolls sideways where it is wider than the page; of very many only the first, until more are asked for. */
export function DataTable<Row>({ caption, columns, rows }: DataTableProps<Row>) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  return (
    <>
      <Rows caption={caption} columns={columns} rows={rows.slice(0, limit)} />
      {rows.length <= limit ? null : (
        <p class="more">
          {texts.tools.rowsShown(limit, rows.length)}{" "}
          <button type="button" class="no-print" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
            {texts.tools.moreRows}
          </button>
        </p>
      )}
    </>
  );
}

/** So many rows can be drawn without a pause. */
const ROWS_AT_ONCE = 500;

function Rows<Row>({ caption, columns, rows }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section class="table-frame" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
            <tr key={index}>
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column: { value, link }, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const text = value(row);
  const address = link?.(row) ?? null;
  return (
    <td class={typeof text === "number" ? "number" : ""}>
      {address === null ? text : <a href={address}>{text}</a>}
    </td>
  );
}
