import type { CaseIndex } from "./case-index.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { makeRollUp } from "./roll-up.ts";
import { listOf, readStatement, type StatementTable } from "./statement-table.ts";

/** The actors that a row counts for, as places in `ids()`, or why there are none. */
type RowActorsResult =
  | { readonly actors: ArrayLike<number> & Iterable<number>; readonly isAmbiguous: boolean }
  | "NO_ACTOR"
  | "OTHER_ACTOR";

/** Gives the actors of rows after roll-up, limited to those asked for. */
export interface RowActors {
  of(row: number): RowActorsResult;
  /** Ids by place; complete once all rows were read. */
  ids(): readonly string[];
}

/** Prepares the actors of rows; rows whose actors stand for nobody are read without a look at the roll-up. */
export function makeRowActors(data: NetworkData, index: CaseIndex, options: NetworkOptions): RowActors {
  const { statements: table } = data;
  const roll = makeRollUp(data.representations, index.actorKinds, {
    rollUp: options.rollUp,
    expandCoalitions: options.expandCoalitions,
    ...(options.mergeSameAs ? { sameAs: index.sameAs } : {}),
  });
  const ids = [...table.actorIds];
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: string) => {
    const place = places.get(id) ?? ids.length;
    if (place === ids.length) {
      places.set(id, place);
      ids.push(id);
    }
    return place;
  };
  const wanted = options.actors.length > 0 ? new Set(options.actors) : null;
  const isPlain = findPlainActors(data, index, options);
  const keepWanted = (actors: readonly number[], isAmbiguous: boolean): RowActorsResult => {
    if (actors.length === 0) return "NO_ACTOR";
    if (!wanted) return { actors, isAmbiguous };
    const kept = actors.filter((actor) => wanted.has(ids[actor] ?? ""));
    return kept.length === 0 ? "OTHER_ACTOR" : { actors: kept, isAmbiguous };
  };
  // Most statements have one actor who stands for nobody: their answers are made once.
  const single = ids.map((_, actor) => (isPlain[actor] ? keepWanted([actor], false) : null));
  const { starts, values } = table.actors;
  return {
    of(row) {
      const start = starts[row] ?? 0;
      const known = starts[row + 1] === start + 1 ? single[values[start] ?? 0] : null;
      if (known && !hasBehalf(table, row, options)) return known;
      const actors = listOf(table.actors, row);
      if (actors.every((actor) => isPlain[actor]) && !hasBehalf(table, row, options)) {
        return keepWanted(actors.length > 1 ? [...new Set(actors)] : actors, false);
      }
      const rolled = roll(readStatement(table, row));
      return keepWanted(
        rolled.map(({ actor }) => placeOf(actor)),
        rolled.some(({ isAmbiguous }) => isAmbiguous),
      );
    },
    ids: () => ids,
  };
}

function hasBehalf({ onBehalfOf }: StatementTable, row: number, options: NetworkOptions): boolean {
  return options.rollUp !== "NONE" && onBehalfOf.starts[row] !== onBehalfOf.starts[row + 1];
}

/** Tells, by place in `actorIds`, whether an actor can only ever count as itself. */
function findPlainActors(data: NetworkData, index: CaseIndex, options: NetworkOptions): readonly boolean[] {
  const standing = new Set<string>();
  if (options.rollUp !== "NONE") {
    for (const tie of data.representations) if (tie.relation === "REPRESENTS") standing.add(tie.actor);
  }
  if (options.expandCoalitions) {
    for (const actor of data.actors) if (actor.kind === "COALITION") standing.add(actor.id);
  }
  return data.statements.actorIds.map(
    (id) => !standing.has(id) && !(options.mergeSameAs && index.sameAs.has(id)),
  );
}
