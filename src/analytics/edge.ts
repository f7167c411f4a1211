import type { Database } from "../database/database.ts";
import { explainEdge } from "../network/explain-edge.ts";
import type { Contribution, NetworkEdge, NetworkNode } from "../network/network.ts";
import { type OptionInput, parseNetworkOptions } from "../network/parse-network-options.ts";
import { computeNetwork } from "./network.ts";
import { resolveId } from "./resolve-ids.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/** What `edge` takes, beside the words of the network. */
export interface EdgeInput {
  /** Slug of the case. */
  readonly case: string;
  /** Ids or slugs of the ends; their order matters in directed networks alone. */
  readonly source: string;
  readonly target: string;
  /** Which edge, where several join the two. */
  readonly kind?: string | null | undefined;
  readonly [option: string]: OptionInput;
}

/** A pair of statements, or one, with what it adds to a weight. */
export interface OpenedContribution extends Omit<Contribution, "left" | "right"> {
  readonly left: StatementRef;
  readonly right: StatementRef | null;
}

/** An edge opened into what makes up its weight. */
export interface EdgeView {
  readonly edge: Omit<NetworkEdge, "source" | "target"> & {
    readonly source: NetworkNode;
    readonly target: NetworkNode;
    /** Ids of the distinct statements behind it, in order. */
    readonly statements: readonly string[];
  };
  /** They add up to the weight. */
  readonly contributions: readonly OpenedContribution[];
}

/**
 * Opens an edge of a network into the statements that make up its weight.
 *
 * @returns Null where there is no such edge.
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an end that is not there; BAD_INPUT where several edges fit;
 *   UNSUPPORTED_COMBINATION.
 */
export async function edge(database: Database, input: EdgeInput): Promise<EdgeView | null> {
  const { case: caseSlug, source, target, kind, ...words } = input;
  const options = parseNetworkOptions(caseSlug, words);
  const network = await computeNetwork(database, caseSlug, options);
  const [from, to] = [
    await resolveEnd(database, caseSlug, source),
    await resolveEnd(database, caseSlug, target),
  ];
  const found = explainEdge(network, { source: from, target: to, ...(kind ? { kind } : {}) });
  if (!found) return null;
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const statements = await fetchStatementsById(database, idsOf(found.contributions));
  return {
    edge: {
      ...found.edge,
      source: getKnown(nodes, found.edge.source),
      target: getKnown(nodes, found.edge.target),
      statements: [...statements.keys()].sort(),
    },
    contributions: found.contributions.map(({ left, right, ...rest }) => ({
      ...rest,
      left: getKnown(statements, left),
      right: right === null ? null : getKnown(statements, right),
    })),
  };
}

async function resolveEnd(database: Database, caseSlug: string, end: string): Promise<string> {
  return (await resolveId(database, end.includes("/") ? end : `${caseSlug}/${end}`)).id;
}

function idsOf(contributions: readonly Contribution[]): string[] {
  const ids = contributions.flatMap(({ left, right }) => (right === null ? [left] : [left, right]));
  return [...new Set(ids)];
}

async function fetchStatementsById(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StatementRef>> {
  const rows = await database.read<StatementRow & Record<string, unknown>>("analytics/statements-by-id", {
    ids,
  });
  return new Map(rows.map(makeStatementRef).map((statement) => [statement.id, statement]));
}

function getKnown<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id);
  if (!found) throw new Error(`${id} of an edge is not there`);
  return found;
}
