import neo4j from "neo4j-driver";

/** A parameter that Neo4j stores as a type that JSON has not. */
export type TypedValue = object;

/** A number that stays a float where it is whole; parameters that are whole numbers are sent as integers. */
export class FloatValue {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** Gives a DATE, of `2022-03-29`. */
export function asDay(text: string): TypedValue {
  const parts = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) throw new Error(`no day: ${text}`);
  const [, year, month, day] = parts.map(Number);
  return new neo4j.types.Date(year ?? 0, month ?? 0, day ?? 0);
}

/** Gives a DATETIME in UTC, of `2022-03-29T12:00:00.5Z`. */
export function asInstant(text: string): TypedValue {
  const parts = /^(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  if (!parts) throw new Error(`no time in UTC: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const nanosecond = Number((parts[7] ?? "").padEnd(9, "0"));
  return new neo4j.types.DateTime(year, month, day, hour, minute, second, nanosecond, 0);
}

/** Gives a FLOAT. */
export function asFloat(number: number): TypedValue {
  return new FloatValue(number);
}
