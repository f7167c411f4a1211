import type { Parameters, Row } from "../database/database.ts";
import type { NodeRow } from "../dataset/graph-rows.ts";
import type { Run } from "./graph-writer.ts";
import type { StoredGraph, StoredRelation } from "./plan-load.ts";

interface StoredNode extends Row {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: NodeRow["properties"] & Parameters;
}

/** Fetches the graph of a case as rows, in the form that `toGraphRows` gives them; empty where it is not loaded. */
export async function fetchStoredGraph(run: Run, caseSlug: string): Promise<StoredGraph> {
  const nodes = await run<StoredNode>("load/read-nodes", { case: caseSlug });
  const relations = await run<StoredRelation & Row>("load/read-relations", { case: caseSlug });
  return {
    nodes: nodes.map(({ id, labels, properties }) => ({
      id,
      labels: [...labels].sort(),
      properties: withoutNulls(properties),
    })),
    relations,
  };
}

/** Gives properties as rows have them, which leave out what is not known. */
export function withoutNulls(properties: NodeRow["properties"] | Parameters): NodeRow["properties"] {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null),
  ) as NodeRow["properties"];
}
