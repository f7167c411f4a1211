import { createHash } from "node:crypto";

const NOT_CONTENT: ReadonlySet<string> = new Set(["slug", "recordedAt", "retractedAt"]);

/** Gives the cells of a row that say something: all but its name and the times of recording. */
export function rowContent(record: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !NOT_CONTENT.has(name)));
}

/**
 * Gives the version of a row, 16 characters that are equal for equal content.
 *
 * @param record - A row as `recordsFromGraph` gives it: lists of references in the order of their slugs.
 */
export function rowVersion(record: object): string {
  const cells = Object.entries(rowContent(record)).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(cells)).digest("hex").slice(0, 16);
}
