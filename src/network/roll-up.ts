import type { CodedStatement, Representation } from "../domain/coded-statement.ts";
import type { ActorKind, RollUp } from "../domain/vocabulary.ts";

/** What of a statement decides for whom it counts. */
export type RollUpSubject = Pick<
  CodedStatement,
  "actors" | "onBehalfOf" | "earliest" | "latest" | "madeAt" | "target"
>;

export interface RollUpOptions {
  readonly rollUp: RollUp;
  /** Counts a coalition's statement for its members of that time, in place of the coalition. */
  readonly expandCoalitions: boolean;
  /** For each actor that is the same as another one, the one that stands for both; absent: none. */
  readonly sameAs?: ReadonlyMap<string, string>;
}

/** An actor that a statement counts for. */
export interface RolledActor {
  readonly actor: string;
  /** AMBIGUOUS_ROLLUP: the statement's actor stands for several, of whom this is one. */
  readonly isAmbiguous: boolean;
}

/**
 * Gives the actors that a statement counts for, each once, in the order in which they are reached.
 *
 * @see docs/methods.md#roll-up for the rule. Prepare `makeRollUp` once where many statements are rolled up.
 */
export function rollUp(
  statement: RollUpSubject,
  representations: readonly Representation[],
  actorKinds: ReadonlyMap<string, ActorKind>,
  options: RollUpOptions,
): readonly RolledActor[] {
  return makeRollUp(representations, actorKinds, options)(statement);
}

/** Prepares the roll-up of many statements. */
export function makeRollUp(
  representations: readonly Representation[],
  actorKinds: ReadonlyMap<string, ActorKind>,
  options: RollUpOptions,
): (statement: RollUpSubject) => readonly RolledActor[] {
  const structure: Structure = {
    represents: groupByActor(representations, "REPRESENTS"),
    members: groupByCoalition(representations),
    actorKinds,
    options,
  };
  return (statement) => distinct(reachActors(statement, structure), options.sameAs);
}

interface Structure {
  readonly represents: ReadonlyMap<string, readonly Representation[]>;
  readonly members: ReadonlyMap<string, readonly Representation[]>;
  readonly actorKinds: ReadonlyMap<string, ActorKind>;
  readonly options: RollUpOptions;
}

function reachActors(statement: RollUpSubject, structure: Structure): RolledActor[] {
  if (structure.options.rollUp === "NONE") return expandAll(statement.actors, statement, structure);
  const behalf = followBehalf(statement, structure);
  if (behalf) return behalf;
  return expandAll(statement.actors, statement, structure).flatMap(({ actor }) =>
    followUp(actor, statement, structure),
  );
}

/** Null where nobody acted on behalf of another, or where that other leads to no actor of the asked kind. */
function followBehalf(statement: RollUpSubject, structure: Structure): RolledActor[] | null {
  if (statement.onBehalfOf.length === 0) return null;
  const wanted = structure.options.rollUp;
  const reached = expandAll(statement.onBehalfOf, statement, structure)
    .flatMap(({ actor }) => followUp(actor, statement, structure))
    .filter(({ actor }) => structure.actorKinds.get(actor) === wanted);
  if (reached.length === 0) return null;
  const isAmbiguous = new Set(reached.map(({ actor }) => actor)).size > 1;
  return reached.map(({ actor }) => ({ actor, isAmbiguous }));
}

/** Follows REPRESENTS until actors of the asked kind; gives the actor itself where there is none. */
function followUp(start: string, statement: RollUpSubject, structure: Structure): RolledActor[] {
  const { represents, actorKinds, options } = structure;
  const found = new Set<string>();
  const seen = new Set([start]);
  const open = [start];
  for (let actor = open.shift(); actor !== undefined; actor = open.shift()) {
    if (actorKinds.get(actor) === options.rollUp) {
      found.add(actor);
      continue;
    }
    for (const tie of represents.get(actor) ?? []) {
      if (seen.has(tie.of) || !holdsFor(tie, statement)) continue;
      seen.add(tie.of);
      open.push(tie.of);
    }
  }
  if (found.size === 0) return [{ actor: start, isAmbiguous: false }];
  return [...found].map((actor) => ({ actor, isAmbiguous: found.size > 1 }));
}

function expandAll(actors: readonly string[], statement: RollUpSubject, structure: Structure): RolledActor[] {
  if (!structure.options.expandCoalitions) return actors.map((actor) => ({ actor, isAmbiguous: false }));
  return actors.flatMap((actor) => expandCoalition(actor, statement, structure, new Set()));
}

/** A coalition of which no member is known for the time stays itself. */
function expandCoalition(
  actor: string,
  statement: RollUpSubject,
  structure: Structure,
  above: ReadonlySet<string>,
): RolledActor[] {
  const self = [{ actor, isAmbiguous: false }];
  if (structure.actorKinds.get(actor) !== "COALITION" || above.has(actor)) return self;
  const members = (structure.members.get(actor) ?? []).filter((tie) => holdsFor(tie, statement));
  const path = new Set([...above, actor]);
  const expanded = members
    .filter((tie) => !path.has(tie.actor))
    .flatMap((tie) => expandCoalition(tie.actor, statement, structure, path));
  return expanded.length > 0 ? expanded : self;
}

/** Tells whether a tie touches the days of a statement; one that holds for a single meeting wants that meeting. */
function holdsFor(tie: Representation, statement: RollUpSubject): boolean {
  if (tie.meeting !== null && tie.meeting !== statement.madeAt && tie.meeting !== statement.target) {
    return false;
  }
  const beginsInTime = tie.from === null || statement.latest === null || tie.from <= statement.latest;
  const endsInTime = tie.to === null || statement.earliest === null || tie.to >= statement.earliest;
  return beginsInTime && endsInTime;
}

function distinct(
  actors: readonly RolledActor[],
  sameAs: ReadonlyMap<string, string> | undefined,
): readonly RolledActor[] {
  const byActor = new Map<string, RolledActor>();
  for (const { actor, isAmbiguous } of actors) {
    const one = sameAs?.get(actor) ?? actor;
    const known = byActor.get(one);
    byActor.set(one, { actor: one, isAmbiguous: isAmbiguous || known?.isAmbiguous === true });
  }
  return [...byActor.values()];
}

function groupByActor(
  representations: readonly Representation[],
  relation: Representation["relation"],
): Map<string, Representation[]> {
  return group(
    representations.filter((tie) => tie.relation === relation),
    (tie) => tie.actor,
  );
}

function groupByCoalition(representations: readonly Representation[]): Map<string, Representation[]> {
  return group(
    representations.filter((tie) => tie.relation === "MEMBER_OF"),
    (tie) => tie.of,
  );
}

function group(
  ties: readonly Representation[],
  keyOf: (tie: Representation) => string,
): Map<string, Representation[]> {
  const groups = new Map<string, Representation[]>();
  for (const tie of ties) {
    const known = groups.get(keyOf(tie));
    if (known) known.push(tie);
    else groups.set(keyOf(tie), [tie]);
  }
  return groups;
}
