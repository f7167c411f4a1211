import type { Database } from "../database/database.ts";
import { explainEdge } from "../network/explain-edge.ts";
import type { Contribution, NetworkEdge, NetworkNode } from "../network/network.ts";
import { type OptionInput, parseNetworkOptions } from "../network/parse-network-options.ts";
import { type NoEdgeReason, whyNoEdge } from "../network/why-no-edge.ts";
import { computeNetwork } from "./network.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { resolveId } from "./resolve-ids.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/** What `edge` takes, beside the words of the network. */
export interface EdgeInput extends PageInput {
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
  /** Null where there is no such edge. */
  readonly edge: OpenedEdge | null;
  /** Those of this page; all pages together add up to the weight. */
  readonly contributions: readonly OpenedContribution[];
  readonly pageInfo: PageInfo;
  /** Why there is no such edge; null where there is one. */
  readonly emptyBecause: NoEdgeReason | null;
}

type OpenedEdge = Omit<NetworkEdge, "source" | "target"> & {
  readonly source: NetworkNode;
  readonly target: NetworkNode;
  /** Ids of the distinct statements behind it, in order. */
  readonly statements: readonly string[];
};

/**
 * Opens an edge of a network into the statements that make up its weight, or says why there is no such edge.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an end that is not there; BAD_INPUT where several edges fit, or for a
 *   page that cannot be; UNSUPPORTED_COMBINATION.
 */
export async function edge(database: Database, input: EdgeInput): Promise<EdgeView> {
  const { case: caseSlug, source, target, kind, first, after, ...words } = input;
  readPageSize(first);
  const options = parseNetworkOptions(caseSlug, words);
  const compute = (changed: typeof options) => computeNetwork(database, caseSlug, changed);
  const network = await compute(options);
  const ends = {
    source: await resolveEnd(database, caseSlug, source),
    target: await resolveEnd(database, caseSlug, target),
    ...(kind ? { kind } : {}),
  };
  const found = explainEdge(network, ends);
  const { items, pageInfo } = cutPage(numberContributions(found?.contributions ?? []), { first, after }, [
    "edge",
    ends,
    network.options,
  ]);
  return {
    edge: found && describeEdge(network.nodes, found.edge, found.contributions),
    contributions: await openContributions(database, items),
    pageInfo,
    emptyBecause: found ? null : await whyNoEdge(network, ends, compute),
  };
}

type NumberedContribution = Contribution & { readonly id: string };

/** Tells contributions apart for cursors, also where one pair of statements adds more than once. */
function numberContributions(contributions: readonly Contribution[]): NumberedContribution[] {
  const counts = new Map<string, number>();
  return contributions.map((contribution) => {
    const { slice, on, left, right } = contribution;
    const pair = JSON.stringify([slice, on, left, right]);
    const count = counts.get(pair) ?? 0;
    counts.set(pair, count + 1);
    return { ...contribution, id: `${pair} ${count}` };
  });
}

function describeEdge(
  nodes: readonly NetworkNode[],
  found: NetworkEdge,
  contributions: readonly Contribution[],
): OpenedEdge {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    ...found,
    source: getKnown(byId, found.source),
    target: getKnown(byId, found.target),
    statements: idsOf(contributions).sort(),
  };
}

async function openContributions(
  database: Database,
  page: readonly NumberedContribution[],
): Promise<OpenedContribution[]> {
  const statements = await fetchStatementsById(database, idsOf(page));
  return page.map(({ id: _, left, right, ...rest }) => ({
    ...rest,
    left: getKnown(statements, left),
    right: right === null ? null : getKnown(statements, right),
  }));
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
