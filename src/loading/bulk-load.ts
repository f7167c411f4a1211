import { randomUUID } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { BulkStore } from "../database/servers/bulk-store.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import type { Progress } from "../dataset/walk-case.ts";
import { BulkFiles, type LooseNode } from "./bulk-files.ts";
import { type CaseSource, surveyCase } from "./case-source.ts";
import { describeFresh } from "./describe-fresh.ts";
import { countRows, freshState } from "./fresh-state.ts";
import { type LoadReport, NONE } from "./load-report.ts";
import { formatStep, listSchemaSteps, SCHEMA_VERSION } from "./schema-steps.ts";

/** How far a bulk load has come. */
export type BulkProgress =
  | ({ readonly step: "READING" } & Progress)
  /** Rows of the folder. */
  | { readonly step: "WRITING"; readonly done: number; readonly total: number }
  /** The work of Neo4j's importer, 0–1. */
  | { readonly step: "IMPORTING"; readonly share: number };

export interface BulkOptions {
  readonly onProgress?: (progress: BulkProgress) => void;
  /** The clock. */
  readonly now?: () => Date;
  /** Who loads, for the audit log. */
  readonly by?: string | null;
}

/** Tells whether a database holds nothing, so that a store can take its place. */
export async function isDatabaseEmpty(database: Database): Promise<boolean> {
  return (await database.read("load/any-node")).length === 0;
}

/**
 * Makes a store that holds one case, and nothing else, by Neo4j's own bulk importer: after the same checks as any load, and
 * with the same nodes and relations. The indexes are made by `prepareSchema`, once the store is in its place.
 *
 * @throws {DemarcheError} `INVALID_DATASET` with all problems in `details.problems`, and what `BulkStore.build` throws.
 */
export async function buildCaseStore(
  store: BulkStore,
  folder: string,
  options: BulkOptions = {},
): Promise<LoadReport> {
  const start = Date.now();
  const { onProgress } = options;
  const source = await surveyCase(folder, {
    onProgress: (progress) => onProgress?.({ step: "READING", ...progress }),
  });
  const files = new BulkFiles(store.folder);
  for (const node of ownNodes()) files.addLoose(node);
  const writtenRowCount = await writeCase(files, source, options);
  await store.build(files.finish(), (share) => onProgress?.({ step: "IMPORTING", share }));
  return {
    caseSlug: source.caseSlug,
    outcome: "ADDED",
    isDryRun: false,
    tables: await describeFresh(source),
    retracted: NONE,
    writtenRowCount,
    removedRowCount: 0,
    keptEdits: NONE,
    durationMs: Date.now() - start,
  };
}

/** What `prepareSchema` would make in an empty database, but for the indexes, which it makes as soon as it finds none. */
function ownNodes(): LooseNode[] {
  const steps = listSchemaSteps().map(formatStep);
  return [
    { labels: ["Schema"], properties: { id: "schema", version: SCHEMA_VERSION, steps } },
    { labels: ["Lock"], properties: { id: "write" } },
  ];
}

const TELL_EVERY = 1_000;

/** Writes all nodes and relations of a case, and counts them. */
async function writeCase(files: BulkFiles, source: CaseSource, options: BulkOptions): Promise<number> {
  const total = countRows(source);
  let [done, written] = [0, 0];
  const onRow = () => {
    done += 1;
    if (done % TELL_EVERY === 0) options.onProgress?.({ step: "WRITING", done, total });
  };
  const now = (options.now?.() ?? new Date()).toISOString().replace(".000Z", "Z");
  files.addLoose(auditEntry(source.caseSlug, now, options.by ?? null));
  const { caseNode, notes, pieces } = freshState(source, { now, onRow });
  const home = { ...caseNode.properties, ...notes, revision: randomUUID() };
  files.add({ nodes: [{ ...caseNode, properties: home }], relations: [] });
  for await (const { nodes, relations } of pieces) {
    const isInside = ({ type }: RelationRow) => type !== "SAME_AS";
    files.add({ nodes: nodes.filter(isNotCase), relations: relations.filter(isInside) });
    for (const row of relations.filter((relation) => !isInside(relation)))
      files.addLoose(noteUnlinked(row, source.caseSlug));
    written += nodes.length + relations.length;
  }
  return written;
}

function auditEntry(caseId: string, at: string, by: string | null): LooseNode {
  const properties = { id: randomUUID(), at, action: "LOAD", caseId, ...(by === null ? {} : { by }) };
  return { labels: ["AuditEntry"], properties };
}

function isNotCase({ labels }: NodeRow): boolean {
  return !labels.includes("Case");
}

/** No other case is there yet. */
function noteUnlinked({ from, to, properties }: RelationRow, caseSlug: string): LooseNode {
  return { labels: ["UnlinkedSameAs"], properties: { ...properties, caseId: caseSlug, from, to } };
}
