import type { ComponentChildren } from "preact";
import type { Question, Variables } from "../../../../src/questions/question.ts";
import { isPublished } from "../data/published.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import type { ViewTable } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { playgroundLink } from "./playground-link.ts";
import { saveFile } from "./save-file.ts";
import { writeCsv } from "./write-csv.ts";

interface ViewBodyProps<Row> {
  readonly navigation: Navigation;
  /** What was asked, to be opened in the playground. */
  readonly question: Question<unknown>;
  readonly variables: Variables;
  /** What the drawing shows, as rows. */
  readonly table: ViewTable<Row>;
  /** More tools of the view. */
  readonly tools?: ComponentChildren;
  /** The drawing; without one the table is all there is. */
  readonly children?: ComponentChildren;
}

/** A view's drawing or its table, as the reader chooses (`show=table`), and the ways to take it along. */
export function ViewBody<Row>({
  navigation,
  question,
  variables,
  table,
  tools,
  children,
}: ViewBodyProps<Row>) {
  const isTable = children === undefined || navigation.address.choices.show === "table";
  return (
    <>
      <div class="tools no-print" role="toolbar" aria-label={texts.tools.title}>
        {children === undefined ? null : (
          <button
            type="button"
            aria-pressed={isTable}
            onClick={() => navigation.choose({ show: isTable ? "" : "table" })}
          >
            {texts.tools.table}
          </button>
        )}
        <button type="button" onClick={() => saveCsv(table)}>
          {texts.tools.csv}
        </button>
        {tools}
        {isPublished() ? null : (
          <a class="button" href={playgroundLink(question, variables)}>
            {texts.tools.playground}
          </a>
        )}
      </div>
      {isTable ? (
        <DataTable caption={texts.views[navigation.address.view]} columns={table.columns} rows={table.rows} />
      ) : (
        children
      )}
    </>
  );
}

function saveCsv<Row>(table: ViewTable<Row>): void {
  // the mark at the start makes spreadsheets read it as UTF-8
  saveFile(`${table.name}.csv`, new Blob([`\uFEFF${writeCsv(table)}`], { type: "text/csv" }));
}
