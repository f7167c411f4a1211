import { detach } from "./detach.ts";

/** How often something was met in a file, and where first. */
export interface Count {
  readonly reason: string;
  readonly count: number;
  readonly file: string;
  /** The first lines, from 1; empty where the file has no lines. */
  readonly firstLines: readonly number[];
}

const LINES_KEPT = 5;
const MOST_REASONS = 1000;
const OTHER = "further reasons, each too rare to list";

/** Counts what was met, by file and reason, in bounded memory. */
export class Tally {
  readonly #counts = new Map<string, { reason: string; count: number; file: string; firstLines: number[] }>();

  add(reason: string, file: string, line: number | null): void {
    const count = this.#counts.get(`${file}\n${reason}`) ?? this.#enter(reason, file);
    count.count += 1;
    if (line !== null && count.firstLines.length < LINES_KEPT) count.firstLines.push(line);
  }

  /** Gives the counts of each file, the largest first. */
  list(): Count[] {
    return [...this.#counts.values()].sort(
      (a, b) => compare(a.file, b.file) || b.count - a.count || compare(a.reason, b.reason),
    );
  }

  #enter(
    reason: string,
    file: string,
  ): { reason: string; count: number; file: string; firstLines: number[] } {
    const isFull = this.#counts.size >= MOST_REASONS;
    const key = `${file}\n${isFull ? OTHER : reason}`;
    const known = this.#counts.get(key);
    if (known) return known;
    const made = { reason: isFull ? OTHER : detach(reason), count: 0, file, firstLines: [] };
    this.#counts.set(detach(key), made);
    return made;
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
