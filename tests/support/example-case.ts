import { fileURLToPath } from "node:url";

/** The folder of a small valid case, The Lake Talks, that uses every table and nearly every column; slug `lake-talks`. */
export const EXAMPLE_CASE = fileURLToPath(new URL("../golden/datasets/valid", import.meta.url));

/** The document that the example case was coded from, its source `lake-report`. */
export const EXAMPLE_DOCUMENT = fileURLToPath(
  new URL("../golden/documents/lake-report.txt", import.meta.url),
);
