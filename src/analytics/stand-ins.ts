import type { CaseActors } from "./case-actors.ts";
import type { Counting } from "./voices.ts";

/**
 * Lists the actors whose statements may, at some time, count for an actor after roll-up: who represents it, also by way of
 * others, and, where coalitions are expanded, the coalitions that it belonged to; where same actors are merged, these too.
 *
 * @returns Ids, without the actor's own; empty where nothing is rolled up.
 */
export function listStandIns(actor: string, actors: CaseActors, counting: Counting): string[] {
  const { rollUp, expandCoalitions, mergeSameAs } = counting;
  const isRolledUp = rollUp !== "NONE";
  const reached = new Set([actor]);
  for (const id of reached) {
    if (mergeSameAs) for (const same of listSame(id, actors)) reached.add(same);
    for (const { relation, actor: one, of } of actors.representations) {
      if (relation === "REPRESENTS" && isRolledUp && of === id) reached.add(one);
      if (relation === "MEMBER_OF" && expandCoalitions && one === id) reached.add(of);
    }
  }
  reached.delete(actor);
  return [...reached];
}

function listSame(actor: string, { sameAs }: CaseActors): string[] {
  const first = sameAs.get(actor) ?? actor;
  return [first, ...[...sameAs].filter(([, leader]) => leader === first).map(([id]) => id)];
}
