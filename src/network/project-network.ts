import { checkCombination } from "./check-combination.ts";
import { countStatements } from "./count-statements.ts";
import { isoDay, NO_DAY } from "./days.ts";
import { joinSlices } from "./join-slices.ts";
import type { Network } from "./network.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { projectOnce } from "./project-once.ts";
import { readingOf } from "./projection.ts";
import { type TimeSlice, timeSlices } from "./time-slices.ts";

/**
 * Computes the network that the options name, of the whole time or in slices.
 *
 * Where time is cut, each slice holds the network of its own span, and the whole joins them: its nodes and edges carry the
 * spells in which they hold, and a weight is the sum of the slices' weights. What the options ask to measure is left to
 * `measureNetwork`.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION for options that do not go together, BAD_INPUT for too many slices.
 */
export function projectNetwork(data: NetworkData, options: NetworkOptions): Network {
  checkCombination(options);
  if (options.slices === "NONE") return projectOnce(data, options);
  const whole = countStatements(
    data,
    { ...options, kernel: "NONE", duplicates: "INCLUDE" },
    readingOf(options),
  );
  const slices = timeSlices(options, data.meetings, spanOf(data, whole.entries.row));
  return joinSlices(
    data,
    options,
    whole,
    slices.map((slice) => projectSlice(data, options, slice)),
  );
}

function projectSlice(data: NetworkData, options: NetworkOptions, slice: TimeSlice) {
  const { from, to } = slice;
  return { ...slice, network: projectOnce(data, { ...options, slices: "NONE", from, to }) };
}

function spanOf({ statements }: NetworkData, rows: Int32Array): { first: string; last: string } | null {
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    const days = [statements.earliest[row] ?? NO_DAY, statements.latest[row] ?? NO_DAY];
    for (const day of days.filter((one) => one !== NO_DAY)) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first === Infinity) return null;
  return { first: isoDay(first) ?? "", last: isoDay(last) ?? "" };
}
