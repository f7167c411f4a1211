import type { Parameters, Transaction } from "../database/database.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { encodeProperties } from "./encode-rows.ts";
import { GraphWriter } from "./graph-writer.ts";
import type { LoadPlan } from "./plan-load.ts";

/** What loading notes for itself on the node of a case. */
export interface CaseNotes {
  readonly fingerprint: string;
  /** JSON of the settings of its folder. */
  readonly settings: string;
}

/** Writes all that a plan says, in the caller's transaction. */
export async function applyPlan(
  transaction: Transaction,
  plan: LoadPlan,
  context: {
    readonly caseSlug: string;
    readonly notes: CaseNotes;
    readonly onWritten?: (count: number) => void;
  },
): Promise<void> {
  const { caseSlug, notes } = context;
  const home = plan.final.nodes.find(isCase);
  await transaction.run("load/put-case", { case: caseSlug, properties: home?.properties ?? {}, ...notes });
  await removeRows(transaction, plan, caseSlug);
  const updated = plan.updatedNodes.filter(({ row }) => !isCase(row)).map(encodeUpdate);
  await runOn(transaction, "load/update-nodes", { rows: updated });
  const { inline, aside } = splitAside(plan.created.relations);
  const created = plan.created.nodes.filter((node) => isRecord(node));
  const isNew = new Set(created.map(({ id }) => id));
  const writer = new GraphWriter({
    caseSlug,
    isStaged: false,
    run: (query, parameters) => transaction.run(query, parameters),
    isThere: (id) => !isNew.has(id),
    ...(context.onWritten ? { onWritten: context.onWritten } : {}),
  });
  await addInBatches(writer, created, inline);
  await writer.finish();
  await writeAside(transaction, caseSlug, aside);
}

const BATCH_ROWS = 10_000;

async function addInBatches(
  writer: GraphWriter,
  nodes: readonly NodeRow[],
  relations: readonly RelationRow[],
): Promise<void> {
  for (let at = 0; at < nodes.length; at += BATCH_ROWS)
    await writer.add({ nodes: nodes.slice(at, at + BATCH_ROWS), relations: [] });
  for (let at = 0; at < relations.length; at += BATCH_ROWS)
    await writer.add({ nodes: [], relations: relations.slice(at, at + BATCH_ROWS) });
}

function isCase({ labels }: NodeRow): boolean {
  return labels.includes("Case");
}

/** Tells whether a node is a record, not the case itself nor a former id. */
export function isRecord({ labels }: NodeRow): boolean {
  return labels.includes("Record");
}

/** Parts the relations whose ends lie outside the records of the case from the others. */
export function splitAside(relations: readonly RelationRow[]): {
  inline: RelationRow[];
  aside: RelationRow[];
} {
  const inline: RelationRow[] = [];
  const aside: RelationRow[] = [];
  for (const row of relations) (row.type === "SAME_AS" || row.type === "NOW" ? aside : inline).push(row);
  return { inline, aside };
}

/** Writes former ids and links to other cases, and links what other cases said of this one. */
export async function writeAside(
  transaction: Transaction,
  caseSlug: string,
  rows: readonly RelationRow[],
): Promise<void> {
  const ofType = (wanted: string) => rows.filter(({ type }) => type === wanted);
  await runOn(transaction, "load/create-former-ids", { rows: ofType("NOW") }, { case: caseSlug });
  await runOn(transaction, "load/create-same-as", { rows: ofType("SAME_AS") }, { case: caseSlug });
  await transaction.run("load/link-same-as", { case: caseSlug });
  await transaction.run("load/keep-same-as", { case: caseSlug });
}

async function removeRows(transaction: Transaction, plan: LoadPlan, caseSlug: string): Promise<void> {
  const keys = (isUnlinked: boolean) =>
    plan.removedRelations.filter((row) => (row.isUnlinked ?? false) === isUnlinked).map(({ key }) => key);
  const ids = plan.removedNodes.filter(isRecord).map(({ id }) => id);
  const formerIds = plan.removedNodes.filter(({ labels }) => labels.includes("FormerId")).map(({ id }) => id);
  await runOn(transaction, "load/remove-relations", { keys: keys(false) });
  await runOn(transaction, "load/remove-unlinked", { keys: keys(true) });
  await runOn(transaction, "load/unlink-same-as", { ids }, { case: caseSlug });
  await runOn(transaction, "load/remove-nodes", { ids });
  await runOn(transaction, "load/remove-former-ids", { ids: formerIds });
}

/** Runs a query on each of a list; not at all on an empty one, as Neo4j takes longer to plan it than to do nothing. */
async function runOn(
  transaction: Transaction,
  query: string,
  list: Readonly<Record<string, readonly unknown[]>>,
  others: Parameters = {},
): Promise<void> {
  const isEmpty = Object.values(list).every(({ length }) => length === 0);
  if (!isEmpty) await transaction.run(query, { ...others, ...list });
}

function encodeUpdate({ row, oldLabels }: LoadPlan["updatedNodes"][number]) {
  return {
    id: row.id,
    properties: encodeProperties(row.properties),
    oldLabels: oldLabels.filter((label) => !row.labels.includes(label)),
    newLabels: row.labels.filter((label) => !oldLabels.includes(label)),
  };
}
