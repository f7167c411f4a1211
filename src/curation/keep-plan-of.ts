import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { ownerOf } from "../dataset/records-from-graph.ts";
import { isRecord } from "../loading/apply-plan.ts";
import type { LoadPlan } from "../loading/plan-load.ts";

/**
 * Keeps of a plan what belongs to one record and its versions, and what follows from it for others. Where only a part of a
 * case was read, the rest of a plan rests on what was not.
 *
 * @param judged - Ids of the other records whose labels and properties may be written.
 */
export function keepPlanOf(
  plan: LoadPlan,
  { id, judged }: { readonly id: string; readonly judged: ReadonlySet<string> },
): LoadPlan {
  const isOwn = (owner: string) => owner === id || owner.startsWith(`${id}~`);
  const isOwnNode = (node: NodeRow) => isRecord(node) && isOwn(node.id);
  const isOwnRelation = (relation: RelationRow) => isOwn(ownerOf(relation));
  return {
    ...plan,
    created: {
      nodes: plan.created.nodes.filter(isOwnNode),
      relations: plan.created.relations.filter(isOwnRelation),
    },
    updatedNodes: plan.updatedNodes.filter(({ row }) => isOwnNode(row) || judged.has(row.id)),
    removedNodes: plan.removedNodes.filter(isOwnNode),
    removedRelations: plan.removedRelations.filter(isOwnRelation),
  };
}
