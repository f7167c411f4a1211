import type { Dataset } from "../../src/dataset/dataset.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { EXAMPLE_CASE } from "./example-case.ts";

/** Reads the example case, The Lake Talks, into memory. */
export async function exampleDataset(): Promise<Dataset> {
  const { dataset, problems } = await readDataset(EXAMPLE_CASE);
  if (!dataset) throw new Error(JSON.stringify(problems));
  return dataset;
}

/** Gives the same rows as another case, which says nothing of other cases. */
export function twinOf(dataset: Dataset, caseSlug: string): Dataset {
  const home = dataset.tables.case.map((row) => ({ ...row, slug: caseSlug }));
  return { ...dataset, tables: { ...dataset.tables, case: home, same_as: [] } };
}
