import type { StatementFilter } from "../domain/statement-filter.ts";
import { makeRollUp } from "../network/roll-up.ts";
import type { CaseActors } from "./case-actors.ts";
import { compareTexts } from "./refs.ts";
import { LeftOutCount } from "./select-statements.ts";
import { type StatementRef, toCodedStatement } from "./statement-ref.ts";

/** What of a filter decides for whom statements count. */
export type Counting = Pick<StatementFilter, "rollUp" | "expandCoalitions" | "mergeSameAs">;

/** A statement as it counts for one actor after roll-up. */
export interface Voice {
  readonly statement: StatementRef;
  /** Id of the actor that it counts for. */
  readonly actor: string;
  /** Ids of those who spoke: the actor itself, or who stands for it. */
  readonly speakers: readonly string[];
  /** A speaker stands for several, of whom this is one. */
  readonly isAmbiguous: boolean;
}

/**
 * Gives each statement once for each actor that it counts for, in the order of the statements.
 *
 * Who speaks expressly on behalf of an actor counts as that actor itself, not as a speaker of its own.
 *
 * @param leftOut - Takes the count of statements whose actor is not stated.
 * @see docs/methods.md#roll-up for the rule.
 */
export function makeVoices(
  statements: readonly StatementRef[],
  actors: CaseActors,
  counting: Counting,
  leftOut: LeftOutCount,
): Voice[] {
  const reach = makeReach(actors, counting);
  return statements.flatMap((statement) => {
    if (statement.actors.length === 0) leftOut.add("NO_ACTOR");
    return voicesOf(statement, reach);
  });
}

/** Picks the statements that count for one of some actors, ids, in their order; all of them where no actor is named. */
export function pickSaidFor(
  names: ReadonlySet<string>,
  statements: readonly StatementRef[],
  { actors, counting }: { readonly actors: CaseActors; readonly counting: Counting },
): readonly StatementRef[] {
  if (names.size === 0) return statements;
  const voices = makeVoices(statements, actors, counting, new LeftOutCount());
  return [...new Set(voices.filter(({ actor }) => names.has(actor)).map(({ statement }) => statement))];
}

/**
 * Gives a function that tells whom actors named around a statement count for at its time: ids in, ids out, each once.
 *
 * It is for those beside the speakers, such as who asserts that an act took place: on whose behalf it was done says nothing
 * of them.
 */
export function makeCounter(
  actors: CaseActors,
  counting: Counting,
): (named: readonly string[], statement: StatementRef) => string[] {
  const reach = makeReach(actors, counting);
  return (named, statement) =>
    reach({ ...toCodedStatement(statement), actors: named, onBehalfOf: [] }).map(({ actor }) => actor);
}

function makeReach(actors: CaseActors, { rollUp, expandCoalitions, mergeSameAs }: Counting) {
  return makeRollUp(actors.representations, actors.kinds, {
    rollUp,
    expandCoalitions,
    ...(mergeSameAs ? { sameAs: actors.sameAs } : {}),
  });
}

function voicesOf(statement: StatementRef, reach: ReturnType<typeof makeReach>): Voice[] {
  const subject = toCodedStatement(statement);
  const voices = new Map<string, { speakers: string[]; isAmbiguous: boolean }>();
  for (const speaker of subject.actors) {
    for (const { actor, isAmbiguous } of reach({ ...subject, actors: [speaker] })) {
      const voice = voices.get(actor) ?? { speakers: [], isAmbiguous: false };
      const isForItself = subject.onBehalfOf.length > 0 && actor !== speaker;
      voice.speakers.push(isForItself ? actor : speaker);
      voice.isAmbiguous ||= isAmbiguous;
      voices.set(actor, voice);
    }
  }
  return [...voices].map(([actor, { speakers, isAmbiguous }]) => ({
    statement,
    actor,
    speakers: [...new Set(speakers)].sort(compareTexts),
    isAmbiguous,
  }));
}
