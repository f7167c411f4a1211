import type { Problem } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import { CHECK_ORDER, Checker } from "./checker.ts";
import { type Dataset, lineOf } from "./dataset.ts";
import { Reporter } from "./reporter.ts";
import type { AnyRow } from "./rule.ts";

/**
 * Checks a dataset in memory by all rules about rows and what they refer to.
 *
 * Cells are taken as they are: what only a file can have wrong, such as a number that is none, is not looked for.
 *
 * @param read - A row of the dataset that `readRecord` gave: rules leave out the cells of it that could not be read.
 * @returns All problems in order of file, line and column; lines are null where the rows were not read from files.
 */
export function checkDataset(dataset: Dataset, read?: AnyRow): Problem[] {
  const reporter = new Reporter();
  const checker = new Checker({ settings: dataset.settings, reporter, suggest: createSuggest() });
  for (const table of CHECK_ORDER) {
    for (const [index, record] of dataset.tables[table].entries()) {
      const row = { table, record, line: lineOf(dataset, table, index), faulty: [] } as unknown as AnyRow;
      checker.check(record === read?.record ? read : row);
    }
  }
  checker.finish();
  return reporter.list();
}
