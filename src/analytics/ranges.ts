import type { Bound } from "../domain/vocabulary.ts";
import type { BargainingData } from "./bargaining-data.ts";
import type { CaseDemand } from "./case-demands.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import { groupBy, type Standpoint } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";

/** A stated number: a point, or from `low` to `high`, in the issue's unit. */
export interface StatedValue {
  readonly low: number;
  readonly high: number;
  readonly bound: Bound | null;
  readonly valuePrinted: string | null;
  readonly demand: Ref;
  readonly statement: StatementRef;
}

/** What an actor held from a day on. */
export interface RangeStep {
  /** Last day of the statement that brought it about. */
  readonly from: string;
  /** The day from which something else held; null: until the end. */
  readonly until: string | null;
  /** Several where one day brought several; none where the last number was rejected or withdrawn. */
  readonly values: readonly StatedValue[];
}

/** An actor's values over time. */
export interface ActorRange {
  readonly actor: Ref;
  readonly steps: readonly RangeStep[];
  /** What held at the end. */
  readonly current: readonly StatedValue[];
  /** What it was for later, on demands of the issue without a number. */
  readonly laterWithoutValue: readonly StatementRef[];
}

/**
 * Finds each actor's values over time: those of its last positive statement that states one, on demands that it has not
 * since rejected or withdrawn.
 *
 * A demand without a number, or in another unit, neither states a value nor takes one back.
 */
export function findRanges(
  standpoints: readonly Standpoint[],
  data: BargainingData,
  unit: string | null,
): ActorRange[] {
  return [...groupBy(standpoints, ({ actor }) => actor)]
    .flatMap(([id, own]) => {
      const actor = data.actors.byId.get(id);
      const range = makeRange(own, makeValuer(data, unit));
      return actor && range.steps.length > 0 ? [{ actor: toRef(actor), ...range }] : [];
    })
    .sort((left, right) => compareTexts(left.actor.id, right.actor.id));
}

/** Gives the value that a statement states, null where it states none in the unit. */
type Valuer = (standpoint: Standpoint) => StatedValue | null;

function makeValuer(data: BargainingData, unit: string | null): Valuer {
  return ({ demand: id, statement }) => {
    const demand = data.demands.get(id);
    if (!demand || !isMeasuredIn(demand, unit)) return null;
    const { value, valueMax, bound, valuePrinted } = demand;
    return { low: value, high: valueMax ?? value, bound, valuePrinted, demand: toRef(demand), statement };
  };
}

/** Tells whether a demand states a number in a unit. */
export function isMeasuredIn(
  demand: CaseDemand,
  unit: string | null,
): demand is CaseDemand & { readonly value: number } {
  return demand.value !== null && (demand.issue?.unit ?? null) === unit;
}

function makeRange(own: readonly Standpoint[], readValue: Valuer): Omit<ActorRange, "actor"> {
  const days = [...new Set(own.map(({ latest }) => latest))];
  const steps: RangeStep[] = [];
  for (const day of days) {
    const values = valuesOn(own, day, readValue);
    const before = steps.at(-1)?.values ?? [];
    if (sameValues(values, before)) continue;
    const last = steps.at(-1);
    if (last) steps[steps.length - 1] = { ...last, until: day };
    steps.push({ from: day, until: null, values });
  }
  const current = steps.at(-1)?.values ?? [];
  const since = current[0]?.statement.latest ?? "~";
  const laterWithoutValue = own
    .filter((standpoint) => isFor(standpoint) && standpoint.latest > since)
    .filter((standpoint) => readValue(standpoint) === null)
    .map(({ statement }) => statement);
  return { steps, current, laterWithoutValue };
}

/** The values held at the end of a day. */
function valuesOn(own: readonly Standpoint[], day: string, readValue: Valuer): StatedValue[] {
  const known = own.filter(({ latest }) => latest <= day);
  const standing = known.filter(
    (standpoint) =>
      isFor(standpoint) &&
      readValue(standpoint) !== null &&
      !known.some((later) => takesBack(later, standpoint)),
  );
  const last = standing.at(-1)?.latest;
  return standing
    .filter(({ latest }) => latest === last)
    .flatMap((standpoint) => readValue(standpoint) ?? []);
}

/** Rejecting or withdrawing a demand, on the same days or later, takes back what was said for it. */
function takesBack(later: Standpoint, standpoint: Standpoint): boolean {
  const isNo = later.polarity === -1 || later.polarity === null;
  if (!isNo || later.demand !== standpoint.demand) return false;
  if (later.latest !== standpoint.latest) return later.latest > standpoint.latest;
  return (later.statement.earliest ?? "") >= (standpoint.statement.earliest ?? "");
}

function isFor({ polarity }: Standpoint): boolean {
  return polarity !== null && polarity > 0;
}

function sameValues(left: readonly StatedValue[], right: readonly StatedValue[]): boolean {
  const key = (values: readonly StatedValue[]) => values.map((value) => value.statement.id).join(" ");
  return key(left) === key(right);
}
