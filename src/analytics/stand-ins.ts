import type { CaseActors } from "./case-actors.ts";
import type { Counting } from "./voices.ts";

/**
 * Lists the actors whose statements may, at some time, count for an actor after roll-up: who represents it, also by way of
 * others, and, where coalitions are expanded, the coalitions that it belonged to.
 *
 * @returns Ids, without the actor's own; empty where nothing is rolled up.
 */
export function listStandIns(actor: string, actors: CaseActors, counting: Counting): string[] {
  const { rollUp, expandCoalitions } = counting;
  const isRolledUp = rollUp !== "NONE";
  const reached = new Set([actor]);
  for (const id of reached) {
    for (const { relation, actor: one, of } of actors.representations) {
      if (relation === "REPRESENTS" && isRolledUp && of === id) reached.add(one);
      if (relation === "MEMBER_OF" && expandCoalitions && one === id) reached.add(of);
    }
  }
  reached.delete(actor);
  return [...reached];
}
