import { compareTexts } from "./refs.ts";

interface Dated {
  readonly id: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** What has a place in time: by its days, or by what it came after and before. */
export interface Timed extends Dated {
  readonly after: readonly Dated[];
  readonly before: readonly Dated[];
}

interface Place {
  readonly first: string;
  readonly last: string;
  /** Just before (-1) or just after (1) those days, or on them (0). */
  readonly side: number;
}

/** Later than every date: where things without any date stand. */
const NO_DAY = "~";

/**
 * Puts things in order of time: by first day, last day and id, those without a date last.
 *
 * Where no date says so, `after` and `before` do: a thing without days stands right after what it came after, else right
 * before what it came before. Orders that contradict each other (a ring) fall back to the days.
 *
 * @param rankOf - Decides between things of the same days, the lower first; then the id does.
 */
export function orderInTime<T extends Timed>(
  things: readonly T[],
  rankOf: (thing: T) => number = () => 0,
): T[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const places = new Map<string, Place>();
  for (const thing of things) findPlace(thing, byId, places, new Set());
  const placed = [...things].sort(
    (left, right) =>
      comparePlaces(places, left, right) || rankOf(left) - rankOf(right) || compareTexts(left.id, right.id),
  );
  return keepOrder(placed, byId);
}

function findPlace<T extends Timed>(
  thing: T,
  byId: ReadonlyMap<string, T>,
  places: Map<string, Place>,
  onTheWay: Set<string>,
): Place | null {
  const known = places.get(thing.id);
  if (known) return known;
  if (onTheWay.has(thing.id)) return null;
  onTheWay.add(thing.id);
  const place = ownPlace(thing) ?? relativePlace(thing, byId, places, onTheWay) ?? nowhere;
  onTheWay.delete(thing.id);
  places.set(thing.id, place);
  return place;
}

const nowhere: Place = { first: NO_DAY, last: NO_DAY, side: 0 };

function ownPlace(thing: Dated): Place | null {
  const first = thing.earliest ?? thing.latest;
  if (first === null) return null;
  return { first, last: thing.latest ?? NO_DAY, side: 0 };
}

function relativePlace<T extends Timed>(
  thing: T,
  byId: ReadonlyMap<string, T>,
  places: Map<string, Place>,
  onTheWay: Set<string>,
): Place | null {
  const placeOf = (other: Dated) => {
    const listed = byId.get(other.id);
    return listed ? findPlace(listed, byId, places, onTheWay) : ownPlace(other);
  };
  const find = (others: readonly Dated[]) =>
    others.flatMap((other) => placeOf(other) ?? []).filter((place) => place.first !== NO_DAY);
  const latest = find(thing.after).sort(compareDays).at(-1);
  if (latest) return { ...latest, side: 1 };
  const next = find(thing.before).sort(compareDays)[0];
  return next ? { ...next, side: -1 } : null;
}

function comparePlaces(places: ReadonlyMap<string, Place>, left: Timed, right: Timed): number {
  const [a, b] = [places.get(left.id) ?? nowhere, places.get(right.id) ?? nowhere];
  return compareDays(a, b) || a.side - b.side;
}

function compareDays(left: Place, right: Place): number {
  if (left.first !== right.first) return left.first < right.first ? -1 : 1;
  if (left.last !== right.last) return left.last < right.last ? -1 : 1;
  return 0;
}

/** Moves up what a later thing says that it came after; visits each thing once, so that a ring ends. */
function keepOrder<T extends Timed>(placed: readonly T[], byId: ReadonlyMap<string, T>): T[] {
  const earlier = collectEarlier(placed, byId);
  const ordered: T[] = [];
  const seen = new Set<string>();
  const visit = (thing: T) => {
    if (seen.has(thing.id)) return;
    seen.add(thing.id);
    for (const before of earlier.get(thing.id) ?? []) visit(before);
    ordered.push(thing);
  };
  for (const thing of placed) visit(thing);
  return ordered;
}

function collectEarlier<T extends Timed>(
  placed: readonly T[],
  byId: ReadonlyMap<string, T>,
): ReadonlyMap<string, readonly T[]> {
  const earlier = new Map<string, T[]>();
  const add = (thing: T, before: T) => {
    if (isDecidedByDays(thing, before)) return;
    earlier.set(thing.id, [...(earlier.get(thing.id) ?? []), before]);
  };
  for (const thing of placed) {
    for (const { id } of thing.after) mayBe(byId.get(id), (other) => add(thing, other));
    for (const { id } of thing.before) mayBe(byId.get(id), (other) => add(other, thing));
  }
  return earlier;
}

/** Days that do not touch decide alone. */
function isDecidedByDays(left: Timed, right: Timed): boolean {
  const apart = (a: Timed, b: Timed) => a.latest !== null && b.earliest !== null && a.latest < b.earliest;
  return apart(left, right) || apart(right, left);
}

function mayBe<T>(value: T | undefined, use: (value: T) => void): void {
  if (value !== undefined) use(value);
}
