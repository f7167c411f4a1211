import type { MeasureColumn, NetworkMeasures } from "./network.ts";

/** Values by name; what was not asked for is absent, what there is none of is null. */
export type MeasuredValues = Readonly<Record<string, number | null>>;

/** Gives what was measured of one node or one edge. */
export function readMeasures(columns: readonly MeasureColumn[] = [], place: number): MeasuredValues {
  return Object.fromEntries(columns.map(({ name, values }) => [name, values[place] ?? null]));
}

/** Gives what was measured of a network as a whole. */
export function readWhole(measures: NetworkMeasures | null): MeasuredValues {
  return Object.fromEntries((measures?.whole ?? []).map(({ name, value }) => [name, value]));
}
