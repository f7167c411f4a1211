import type { Problem } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import type { RecordOf, TableName } from "../domain/tables.ts";
import { formatHeader, rowFormatter } from "./format-row.ts";
import { Reporter } from "./reporter.ts";
import type { Row } from "./rule.ts";
import { readRows } from "./table-reader.ts";

/**
 * Reads the cells of one row as if they stood in the file of their table: the same checks, the same values.
 *
 * @param record - A row with its slug; cells may be texts as a file holds them, lists of texts where the column is a list.
 * @returns The row, with the columns that could not be read among its `faulty` ones, and why, without lines.
 */
export async function readRecord<T extends TableName>(
  table: T,
  record: Readonly<Record<string, unknown>>,
): Promise<{ row: Row<T>; problems: Problem[] }> {
  const reporter = new Reporter();
  const text = `${formatHeader(table)}\n${rowFormatter(table)(record as unknown as RecordOf<T>)}\n`;
  const listener = {
    suggest: createSuggest(),
    report: (rule: Pick<Problem, "severity"> & { name: string }, place: object, message: string) =>
      reporter.report(rule.name, rule.severity, { file: "", ...place, line: null }, message),
    lost: () => {},
  };
  for await (const [row] of readRows(table, inOnePiece(text), listener))
    if (row) return { row: { ...row, line: null }, problems: reporter.list() };
  throw new Error(`no row in ${text}`);
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, "utf8");
}
