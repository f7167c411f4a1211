import type { Neo4jDatabase } from "../../src/database/neo4j-database.ts";

/** Everything that a database holds, as sorted rows; what loading notes for itself is left out. */
export interface WholeGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly labels: readonly string[];
    readonly properties: object;
  }[];
  readonly relations: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly properties: object;
  }[];
}

const NODES =
  "MATCH (n) WHERE NOT n:Lock AND NOT n:Schema AND NOT n:UnlinkedSameAs AND NOT n:SameAsEdit AND NOT n:AuditEntry AND NOT n:EditedRow RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties";
const RELATIONS =
  "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties";

const UNLINKED =
  "MATCH (n:UnlinkedSameAs) RETURN 'SAME_AS' AS type, n.from AS from, n.to AS to, n {.assertedBy, .why} AS properties";

/**
 * Reads all nodes and relations of a database, or those of one case. What is said of actors of cases that are not loaded
 * comes as the relations that it will be.
 */
export async function readGraph(
  database: Neo4jDatabase,
  caseSlug: string | null = null,
): Promise<WholeGraph> {
  const nodes = (await database.runUserCypher(NODES)).rows as unknown as WholeGraph["nodes"];
  const relations = (await database.runUserCypher(RELATIONS)).rows as unknown as WholeGraph["relations"];
  const unlinked = (await database.runUserCypher(UNLINKED)).rows as unknown as WholeGraph["relations"];
  const isOurs = (id: string) => caseSlug === null || id === caseSlug || id.startsWith(`${caseSlug}/`);
  return sortGraph({
    nodes: nodes.filter(({ id }) => isOurs(id)),
    relations: [...relations, ...unlinked].filter(({ from }) => isOurs(from)),
  });
}

/** Puts rows into an order that does not depend on where they come from. */
export function sortGraph({ nodes, relations }: WholeGraph): WholeGraph {
  return {
    nodes: nodes
      .map(({ id, labels, properties }) => ({ id, labels: [...labels].sort(), properties: tidy(properties) }))
      .sort(byText),
    relations: relations
      .map(({ type, from, to, properties }) => ({ type, from, to, properties: tidy(properties) }))
      .sort(byText),
  };
}

function tidy(properties: object): object {
  const entries = Object.entries(properties).filter(
    ([name]) => name !== "fingerprint" && name !== "settings" && name !== "revision",
  );
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function byText(left: object, right: object): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}
