import type { Row, Transaction } from "../database/database.ts";
import type { Tables } from "../dataset/dataset.ts";
import type { NodeRow } from "../dataset/graph-rows.ts";
import { ownerOf, recordsFromGraph } from "../dataset/records-from-graph.ts";
import { parseSettings, type Settings } from "../dataset/settings.ts";
import { makeId, parseId } from "../domain/ids.ts";
import type { StoredGraph, StoredRelation } from "../loading/plan-load.ts";
import { fetchStoredGraph, withoutNulls } from "../loading/read-stored.ts";
import { unknownCase } from "../loading/unknown-case.ts";
import type { Nearness } from "./nearness.ts";

/** A row of a stored case. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly slug: string };

/** What is read of a case for an edit, as its graph and as its tables. */
export interface StoredTables {
  readonly graph: StoredGraph;
  readonly tables: Tables;
  readonly settings: Settings;
  /** Whether all statements are there; else all other rows and some statements. */
  readonly isWhole: boolean;
}

/**
 * The most statements of a case that an edit reads as a whole. Of a larger one it reads what it is checked against, which
 * takes as long whatever the size of the case.
 */
export const MOST_READ_WHOLE = 5_000;

/**
 * Reads a case in the transaction that edits it: the whole of a small one; of a large one the edited record, its earlier
 * versions, and all rows but those of statements.
 *
 * @param slug - Of the edited record, or what the name of a new one begins with; null where it has none yet.
 * @throws {DemarcheError} `UNKNOWN_CASE` where it is not loaded.
 */
export async function fetchStoredTables(
  transaction: Transaction,
  caseSlug: string,
  { slug, mostWhole = MOST_READ_WHOLE }: { readonly slug: string | null; readonly mostWhole?: number },
): Promise<StoredTables> {
  const [home] = await transaction.run<{ settings: string | null; statementCount: number }>(
    "curation/case-of-edit",
    { case: caseSlug, limit: mostWhole + 1 },
  );
  if (!home) throw await unknownCase((query) => transaction.run(query), caseSlug);
  const settings = parseSettings(home.settings);
  if (home.statementCount <= mostWhole) {
    const graph = await fetchStoredGraph((query, parameters) => transaction.run(query, parameters), caseSlug);
    return { graph, tables: recordsFromGraph(graph), settings, isWhole: true };
  }
  const frame = await fetchFrame(transaction, caseSlug);
  const id = slug === null ? null : makeId(caseSlug, nameNow(frame, makeId(caseSlug, slug)));
  const own = id === null ? [] : await transaction.run<{ id: string }>("curation/edited-ids", { id });
  const graph = await addRecords(
    transaction,
    frame,
    own.map((row) => row.id),
  );
  return { graph, tables: recordsFromGraph(graph), settings, isWhole: false };
}

/**
 * Reads the statements that an edit is checked against, where not all are there. Of what they and other rows say, what
 * leads to statements that are not read is left out.
 *
 * @param id - Of the edited record.
 */
export async function addNearStatements(
  transaction: Transaction,
  stored: StoredTables,
  { id, nearness }: { readonly id: string; readonly nearness: Nearness },
): Promise<StoredTables> {
  if (stored.isWhole) return stored;
  const near = await transaction.run<{ id: string }>("curation/near-statements", {
    case: parseId(id).caseSlug,
    id,
    ...nearness,
  });
  const ids = near.map((row) => row.id);
  const graph = keepWhatIsRead(await addRecords(transaction, stored.graph, ids), id);
  return { ...stored, graph, tables: recordsFromGraph(graph) };
}

async function fetchFrame(transaction: Transaction, caseSlug: string): Promise<StoredGraph> {
  const nodes = await transaction.run<NodeRow & Row>("curation/frame-nodes", { case: caseSlug });
  const relations = await transaction.run<StoredRelation & Row>("curation/frame-relations", {
    case: caseSlug,
  });
  return { nodes: nodes.map(tidyNode), relations };
}

type RecordRow = NodeRow & Row & { readonly relations: readonly StoredRelation[] };

/** Adds records that are not there yet, with their relations. */
async function addRecords(
  transaction: Transaction,
  graph: StoredGraph,
  ids: readonly string[],
): Promise<StoredGraph> {
  const known = new Set(graph.nodes.filter(isRecord).map(({ id }) => id));
  const rows = await transaction.run<RecordRow>("curation/rows-by-id", {
    ids: ids.filter((id) => !known.has(id)),
  });
  return {
    nodes: [...graph.nodes, ...rows.map(tidyNode)],
    relations: [...graph.relations, ...rows.flatMap(({ relations }) => relations)],
  };
}

function tidyNode({ id, labels, properties }: NodeRow): NodeRow {
  return { id, labels: [...labels].sort(), properties: withoutNulls(properties) };
}

function isRecord({ labels }: NodeRow): boolean {
  return labels.includes("Record");
}

/** The edited record and its versions stay as they are. */
function keepWhatIsRead({ nodes, relations }: StoredGraph, id: string): StoredGraph {
  const known = new Set(nodes.map((node) => node.id));
  const isOwn = (owner: string) => owner === id || owner.startsWith(`${id}~`);
  const isRead = (end: string) => known.has(end) || parseId(end).caseSlug !== parseId(id).caseSlug;
  return {
    nodes,
    relations: relations.filter(
      (relation) => isOwn(ownerOf(relation)) || (isRead(relation.from) && isRead(relation.to)),
    ),
  };
}

/** The slug that a record has now. */
function nameNow({ relations }: StoredGraph, id: string): string {
  const renamed = relations.find(({ type, from }) => type === "NOW" && from === id);
  return parseId(renamed?.to ?? id).slug;
}
