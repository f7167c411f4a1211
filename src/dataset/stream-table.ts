import { DemarcheError } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import { TABLES, type TableName } from "../domain/tables.ts";
import { listCaseFiles, streamCaseFile } from "./case-folder.ts";
import type { Row } from "./rule.ts";
import { readRows } from "./table-reader.ts";

/**
 * Streams the rows of one table of a checked case folder, in bounded memory; none where the case has no such file.
 *
 * @throws {DemarcheError} `INVALID_DATASET` at the first row that cannot be read; references are not looked at.
 */
export async function* streamTable<T extends TableName>(
  folder: string,
  table: T,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Row<T>> {
  const { file } = TABLES[table];
  if (!(await listCaseFiles(folder)).some(({ name }) => name === file)) return;
  for await (const rows of readRows(table, streamCaseFile(folder, file, options.signal), REFUSING))
    yield* rows;
}

const REFUSING = {
  suggest: createSuggest(),
  report: (
    rule: { severity: string },
    place: { file: string; line?: number | null },
    message: string,
  ): void => {
    if (rule.severity === "warning") return;
    const where = place.line ? `, line ${place.line}` : "";
    throw new DemarcheError("INVALID_DATASET", `${place.file}${where}: ${message}`);
  },
  lost: (): void => {},
};
