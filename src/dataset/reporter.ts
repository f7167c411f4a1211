import type { Problem, Severity } from "../domain/errors.ts";
import { TABLE_NAMES, TABLES } from "../domain/tables.ts";

/** Where a problem lies; a whole file where `line` is null, a whole line where `column` is. */
export interface Place {
  readonly file: string;
  readonly line?: number | null;
  readonly column?: string | null;
}

const LIMIT_PER_RULE_AND_FILE = 1000;

/** Gathers problems; of one rule in one file it keeps the first thousand and counts the rest. */
export class Reporter {
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<string, number>();
  #errorCount = 0;

  /** Takes a problem; a message that costs something to write is given as a function, called only where it is kept. */
  report(rule: string, severity: Severity, place: Place, message: string | (() => string)): void {
    const key = `${rule}\n${place.file}\n${severity}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (severity === "error") this.#errorCount += 1;
    if (count > LIMIT_PER_RULE_AND_FILE) return;
    const { file, line = null, column = null } = place;
    const text = typeof message === "string" ? message : message();
    this.#problems.push({ rule, severity, file, line, column, message: text });
  }

  get hasErrors(): boolean {
    return this.#errorCount > 0;
  }

  /** All problems by file, line and column, in the order in which a case is written; then what was not kept. */
  list(): Problem[] {
    const kept = [...this.#problems].sort(compareProblems);
    const folded = this.#folded();
    return folded.length === 0
      ? kept
      : [...kept, ...folded].sort((left, right) => fileRank(left) - fileRank(right));
  }

  #folded(): Problem[] {
    return [...this.#counts].flatMap(([key, count]) => {
      const [rule = "", file = "", severity = ""] = key.split("\n");
      const more = count - LIMIT_PER_RULE_AND_FILE;
      if (more <= 0) return [];
      const message = `… and ${more} more like these: mend the cause and validate again.`;
      return [{ rule, severity: severity as Severity, file, line: null, column: null, message }];
    });
  }
}

const fileRanks = new Map<string, number>(TABLE_NAMES.map((name, index) => [TABLES[name].file, index]));
const columnRanks = new Map<string, number>(
  TABLE_NAMES.flatMap((name) =>
    TABLES[name].columns.map((column, index) => [`${TABLES[name].file} ${column.name}`, index]),
  ),
);

function compareProblems(left: Problem, right: Problem): number {
  return (
    fileRank(left) - fileRank(right) ||
    compareTexts(left.file, right.file) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    columnRank(left) - columnRank(right) ||
    compareTexts(left.rule, right.rule)
  );
}

function fileRank(problem: Problem): number {
  if (problem.file === "datapackage.json") return -1;
  return fileRanks.get(problem.file) ?? TABLE_NAMES.length;
}

function columnRank(problem: Problem): number {
  if (problem.column === null) return -1;
  return columnRanks.get(`${problem.file} ${problem.column}`) ?? 1000;
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
