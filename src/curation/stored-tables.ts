import type { Row, Transaction } from "../database/database.ts";
import type { Tables } from "../dataset/dataset.ts";
import { recordsFromGraph } from "../dataset/records-from-graph.ts";
import { parseSettings, type Settings } from "../dataset/settings.ts";
import type { StoredGraph } from "../loading/plan-load.ts";
import { fetchStoredGraph } from "../loading/read-stored.ts";
import { unknownCase } from "../loading/unknown-case.ts";

/** A row of a stored case. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly slug: string };

/** A case as the database holds it, as its graph and as its tables. */
export interface StoredTables {
  readonly graph: StoredGraph;
  readonly tables: Tables;
  readonly settings: Settings;
}

/**
 * Reads a case in the transaction that edits it.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE` where it is not loaded.
 */
export async function fetchStoredTables(transaction: Transaction, caseSlug: string): Promise<StoredTables> {
  const [home] = await transaction.run<{ settings: string | null }>("load/read-case", { case: caseSlug });
  if (!home) throw await unknownCase((query) => transaction.run(query), caseSlug);
  const run = <R extends Row>(query: string, parameters: Readonly<Record<string, unknown>>) =>
    transaction.run<R>(query, parameters);
  const graph = await fetchStoredGraph(run, caseSlug);
  return { graph, tables: recordsFromGraph(graph), settings: parseSettings(home.settings) };
}
