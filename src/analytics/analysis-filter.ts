import { parseEdtf } from "../domain/edtf-dates.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import { ROLL_UPS, type RollUp, STATUSES, type Status } from "../domain/vocabulary.ts";

type Maybe<T> = T | null | undefined;

/** The words that every analysis takes; whatever is null or absent has its default. */
export interface FilterInput {
  /** First and last day, as EDTF: `2022-03` from its first, to its last day. */
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  /** Another word for `to`: how things stood at the end of that day, month or year. */
  readonly asOf?: Maybe<string>;
  readonly overlap?: Maybe<StatementFilter["overlap"]>;
  readonly statuses?: Maybe<readonly Status[]>;
  /** Ids or slugs of sources to leave out, each with the other entries for the same work. */
  readonly withoutSources?: Maybe<readonly string[]>;
  readonly citationScope?: Maybe<StatementFilter["citationScope"]>;
  readonly rollUp?: Maybe<RollUp>;
  readonly expandCoalitions?: Maybe<boolean>;
  readonly mergeSameAs?: Maybe<boolean>;
  /** A day or a time in ISO 8601: what the database held at its end. */
  readonly asKnownOn?: Maybe<string>;
}

/** What an analysis of one case takes. */
export interface CaseInput extends FilterInput {
  /** Slug of the case. */
  readonly case: string;
}

export interface FilterDefaults {
  readonly statuses: readonly Status[];
  readonly rollUp: RollUp;
}

/** What positions, reversals, ranges and networks draw on unless told otherwise. */
export const VOUCHED_STATUSES: readonly Status[] = ["REPORTED", "CLAIMED"];

/** For analyses that show every statement, marked. */
export const ALL_STATEMENTS: FilterDefaults = { statuses: STATUSES, rollUp: "NONE" };

/** For positions, history, reversals, ranges and mediation. */
export const ROLLED_UP: FilterDefaults = { statuses: VOUCHED_STATUSES, rollUp: "STATE" };

/**
 * Reads the words of an analysis into a filter, with its defaults.
 *
 * @throws DemarcheError BAD_INPUT for a date that is none, reversed dates, `asOf` beside another `to`, or an unknown word.
 */
export function readFilter(caseSlug: string, input: FilterInput, defaults: FilterDefaults): StatementFilter {
  const from = readDay(input.from, "from", "earliest");
  const to = readEnd(input);
  if (from !== null && to !== null && from > to) {
    throw badInput(`from (${input.from}) is later than to (${input.to ?? input.asOf}): exchange them.`);
  }
  return {
    case: caseSlug,
    from,
    to,
    overlap: readWord(input.overlap, "overlap", ["INSIDE", "ANY"], "INSIDE"),
    statuses: readStatuses(input.statuses) ?? defaults.statuses,
    withoutSources: [...new Set(input.withoutSources ?? [])].sort(),
    citationScope: readWord(input.citationScope, "citationScope", ["SENTENCE", "PARAGRAPH"], "SENTENCE"),
    rollUp: readWord(input.rollUp, "rollUp", ROLL_UPS, defaults.rollUp),
    expandCoalitions: input.expandCoalitions ?? false,
    mergeSameAs: input.mergeSameAs ?? false,
    asKnownOn: readTime(input.asKnownOn),
  };
}

/** Makes the error for an argument that cannot be used. */
export function badInput(message: string, details: Record<string, unknown> = {}): DemarcheError {
  return new DemarcheError("BAD_INPUT", message, { details });
}

function readEnd(input: FilterInput): string | null {
  const to = readDay(input.to, "to", "latest");
  const asOf = readDay(input.asOf, "asOf", "latest");
  if (to !== null && asOf !== null && to !== asOf) {
    throw badInput(
      `to (${input.to}) and asOf (${input.asOf}) say the same thing differently: give one of them.`,
    );
  }
  return to ?? asOf;
}

function readDay(text: Maybe<string>, name: string, end: "earliest" | "latest"): string | null {
  if (text === null || text === undefined || text === "") return null;
  const day = parseEdtf(text)?.[end];
  if (day) return day;
  throw badInput(`${name} "${text}" is no date: write it like 2022-03-29, 2022-03 or 2022.`);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readTime(text: Maybe<string>): string | null {
  if (text === null || text === undefined || text === "") return null;
  const written = TIME.test(text) ? text : null;
  const day = written ? null : parseEdtf(text)?.latest;
  const time = new Date(written ?? `${day}T23:59:59.999Z`);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw badInput(`asKnownOn "${text}" is no time: write it like 2025-06-30 or 2025-06-30T12:00:00Z.`);
}

function readStatuses(given: Maybe<readonly Status[]>): readonly Status[] | null {
  if (!given) return null;
  if (given.length === 0) throw badInput(`statuses is empty: give at least one of ${STATUSES.join(", ")}.`);
  for (const status of given) readWord(status, "statuses", STATUSES, status);
  return STATUSES.filter((status) => given.includes(status));
}

/** Reads a word of a closed set; absent gives the default. */
export function readWord<T extends string>(
  given: Maybe<T>,
  name: string,
  allowed: readonly T[],
  standard: T,
): T {
  if (given === null || given === undefined) return standard;
  if (allowed.includes(given)) return given;
  throw badInput(`${name} "${given}" is not one of ${allowed.join(", ")}.`);
}
