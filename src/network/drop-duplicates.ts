import type { CaseIndex } from "./case-index.ts";
import { type CalendarUnit, firstDayOf, NO_DAY } from "./days.ts";
import type { Entries } from "./entries.ts";
import type { DuplicateRule } from "./network-options.ts";
import type { Reading } from "./reading.ts";
import type { StatementTable } from "./statement-table.ts";

/**
 * Drops entries with the same actor, target and sign (or act) as an earlier one in the same bucket, in order of date, then id.
 *
 * A date coarser than the bucket lies in none: it is never dropped and drops nothing.
 */
export function dropDuplicates(
  entries: Entries,
  table: StatementTable,
  index: CaseIndex,
  rule: DuplicateRule,
  share: Reading["duplicatesShare"],
): Entries {
  if (rule === "INCLUDE") return entries;
  const bucketOf = makeBuckets(table, rule);
  const rank = index.rank();
  const actOf = (entry: number) => table.act[entries.row[entry] ?? 0];
  const order = Int32Array.from(entries.row.keys()).sort(
    (a, b) => (rank[entries.row[a] ?? 0] ?? 0) - (rank[entries.row[b] ?? 0] ?? 0) || a - b,
  );
  const seen = new Set<string>();
  const isKept = new Uint8Array(entries.length);
  for (const entry of order) {
    const bucket = bucketOf(entries.row[entry] ?? 0);
    if (bucket === null) {
      isKept[entry] = 1;
      continue;
    }
    const kind = share === "SIGN" ? entries.sign[entry] : share === "ACT" ? actOf(entry) : "";
    const key = `${entries.actor[entry]} ${entries.target[entry]} ${kind} ${bucket}`;
    if (seen.has(key)) continue;
    seen.add(key);
    isKept[entry] = 1;
  }
  return keepEntries(entries, isKept);
}

/** Gives the bucket of a row, null where it lies in none. */
function makeBuckets(table: StatementTable, rule: DuplicateRule): (row: number) => number | null {
  const { starts, values } = table.foundIn;
  if (rule === "ALL") return () => 0;
  if (rule === "SOURCE") {
    return (row) => (starts[row] === starts[row + 1] ? null : (values[starts[row] ?? 0] ?? null));
  }
  const unit = rule as CalendarUnit;
  const known = new Map<number, number>();
  const bucket = (day: number) => {
    const first = known.get(day) ?? firstDayOf(unit, day);
    known.set(day, first);
    return first;
  };
  return (row) => {
    const first = table.earliest[row] ?? NO_DAY;
    const last = table.latest[row] ?? NO_DAY;
    if (first === NO_DAY || last === NO_DAY || bucket(first) !== bucket(last)) return null;
    return bucket(first);
  };
}

function keepEntries(entries: Entries, isKept: Uint8Array): Entries {
  const keep = <T extends Int32Array | Float64Array>(column: T): T =>
    column.filter((_, entry) => isKept[entry] === 1) as T;
  const row = keep(entries.row);
  return {
    ...entries,
    length: row.length,
    row,
    actor: keep(entries.actor),
    target: keep(entries.target),
    sign: keep(entries.sign),
    weight: entries.weight && keep(entries.weight),
  };
}
