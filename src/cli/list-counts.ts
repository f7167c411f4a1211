import { countOf } from "./problems.ts";

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Tells in a line for each case how many rows were handled. */
export function listCounts(counts: Counts, done: string): string {
  const lines = Object.entries(counts).map(([slug, tables]) => {
    const total = Object.values(tables).reduce((sum, count) => sum + count, 0);
    return `${slug}: ${done}, ${countOf(total, "row")}`;
  });
  return lines.length === 0 ? "No case is loaded." : lines.join("\n");
}
