import type { Problem } from "../domain/errors.ts";

/** Writes a problem as one line: `statements.csv:18 found_in error: Statement "s17" names no source: … [missing-source]`. */
export function formatProblem({ rule, severity, file, line, column, message }: Problem): string {
  const place = `${file}${line === null ? "" : `:${line}`}${column === null ? "" : ` ${column}`}`;
  return `${place} ${severity}: ${message} [${rule}]`;
}
