import type { Row, Transaction } from "../database/database.ts";
import type { Tables } from "../dataset/dataset.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { compareRecords, recordsFromGraph } from "../dataset/records-from-graph.ts";
import { parseSettings, type Settings } from "../dataset/settings.ts";
import { type RecordOf, TABLE_NAMES, type TableName } from "../domain/tables.ts";
import { unknownCase } from "../loading/unknown-case.ts";

/** A row of a case with the table that it belongs to. */
export type TableRow = {
  [T in TableName]: { readonly table: T; readonly record: RecordOf<T> };
}[TableName];

/** A case as the database holds it, ready to be written elsewhere. */
export interface StoredCase {
  readonly caseSlug: string;
  readonly settings: Settings;
  /**
   * Reads all rows, statements in pages: table by table, each in canonical order; findings and links come last.
   */
  rows(): AsyncGenerator<TableRow>;
}

/** Reads queries by name; a transaction's, or a database's without one. */
export type RunQuery = Transaction["run"];

/** Statements fetched at once: some megabytes with all their relations. */
const PAGE_SIZE = 2_000;
/** Tables that statements have a part in: they are complete only after the last one. */
const LATE_TABLES: ReadonlySet<TableName> = new Set(["statements", "findings", "links"]);

/**
 * Opens a case of the database for reading.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE` when it is not loaded.
 */
export async function openStoredCase(run: RunQuery, caseSlug: string): Promise<StoredCase> {
  const [home] = await run<HomeRow>("packaging/case", { case: caseSlug });
  if (!home) throw await unknownCase(run, caseSlug);
  return {
    caseSlug,
    settings: parseSettings(home.settings),
    rows: () => readRows(run, caseSlug, home),
  };
}

/** Reads a whole case into memory. */
export async function collectTables(stored: StoredCase): Promise<Tables> {
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, [] as unknown[]])) as Record<
    TableName,
    unknown[]
  >;
  for await (const { table, record } of stored.rows()) tables[table].push(record);
  return tables as unknown as Tables;
}

interface HomeRow extends Row {
  readonly properties: NodeRow["properties"];
  readonly settings: string | null;
}

interface StatementRow extends Row, NodeRow {
  readonly relations: readonly RelationRow[];
}

async function* readRows(run: RunQuery, caseSlug: string, home: HomeRow): AsyncGenerator<TableRow> {
  const nodes = await run<NodeRow & Row>("packaging/nodes", { case: caseSlug });
  const relations = await run<RelationRow & Row>("packaging/relations", { case: caseSlug });
  const caseNode = { id: caseSlug, labels: ["Case"], properties: home.properties };
  const tables = recordsFromGraph({ nodes: [caseNode, ...nodes], relations });
  for (const table of TABLE_NAMES) if (!LATE_TABLES.has(table)) yield* rowsOf(tables, table);
  const late = { findings: [...tables.findings], links: [...tables.links] };
  for await (const page of readStatements(run, caseSlug)) {
    yield* rowsOf(page, "statements");
    late.findings.push(...page.findings);
    late.links.push(...page.links);
  }
  yield* rowsOf(late, "findings");
  yield* rowsOf(late, "links");
}

async function* readStatements(run: RunQuery, caseSlug: string): AsyncGenerator<Tables> {
  const [row] = await run<{ ids: string[] }>("packaging/statement-ids", { case: caseSlug });
  const ids = [...(row?.ids ?? [])].sort();
  for (let at = 0; at < ids.length; at += PAGE_SIZE) {
    const nodes = await run<StatementRow>("packaging/statements", { ids: ids.slice(at, at + PAGE_SIZE) });
    yield recordsFromGraph({ nodes, relations: nodes.flatMap(({ relations }) => relations) });
  }
}

function* rowsOf<T extends TableName>(tables: Pick<Tables, T>, table: T): Generator<TableRow> {
  const records = [...tables[table]] as object[];
  for (const record of records.sort(compareRecords)) yield { table, record } as TableRow;
}
