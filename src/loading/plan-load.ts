import type { Tables } from "../dataset/dataset.ts";
import type { RetractedVersion, Versions } from "../dataset/derived-facts.ts";
import {
  correctedVersion,
  type GraphRows,
  type NodeRow,
  type RelationRow,
  toGraphRows,
} from "../dataset/graph-rows.ts";
import { tableOfNode, tableOfRelation } from "../dataset/records-from-graph.ts";
import { parseVersion } from "../dataset/versions.ts";
import { makeId, parseId } from "../domain/ids.ts";
import { describeChanges } from "./describe-changes.ts";
import {
  canonicalText,
  type Fragment,
  fromFragments,
  isRetired,
  isStatement,
  nodeKey,
  relationKey,
  toFragments,
} from "./fragments.ts";
import { type LoadReport, listed } from "./load-report.ts";
import { withRecordedAt } from "./recorded-at.ts";
import { retire } from "./retire.ts";

/** A relation as the database holds it. */
export interface StoredRelation extends RelationRow {
  /** Element id of the relation, or of the node that holds a `SAME_AS` whose other case is not loaded. */
  readonly key: string;
  readonly isUnlinked?: boolean;
}

/** A case as the database holds it. */
export interface StoredGraph {
  readonly nodes: readonly NodeRow[];
  readonly relations: readonly StoredRelation[];
}

/** What to write so that the stored graph becomes the new one. */
export interface LoadPlan {
  /** All of the new state, history included. */
  readonly final: GraphRows;
  readonly created: GraphRows;
  readonly updatedNodes: readonly { readonly row: NodeRow; readonly oldLabels: readonly string[] }[];
  readonly removedNodes: readonly NodeRow[];
  readonly removedRelations: readonly StoredRelation[];
  readonly tables: LoadReport["tables"];
  readonly retracted: LoadReport["retracted"];
}

/**
 * Works out what a load has to write: exactly what differs between the stored case and the new one, with what is removed
 * or changed kept as history.
 *
 * @param now - ISO time at which statements that are new were recorded and those that are gone taken back.
 * @param keep - Ids of records, statements apart, of which the stored version is kept as well.
 */
export function planLoad(
  stored: StoredGraph,
  tables: Tables,
  now: string,
  keep: readonly string[] = [],
): LoadPlan {
  const before = toFragments(stored);
  const fresh = toFragments(toGraphRows({ tables }));
  const changed = [...before.values()].filter((fragment) => isChangedStatement(fragment, fresh));
  const kept = keep.flatMap((id) => before.get(id) ?? []).filter((fragment) => !isStatement(fragment));
  const history = retire({ stored: before, fresh, changed, kept, now });
  const versions = listVersions([...fresh.values(), ...history.fragments]);
  const recorded = [...fresh.values()].map((fragment) => recordTimes(fragment, { before, versions, now }));
  const final = withCorrections(fromFragments([...recorded, ...history.fragments]), versions);
  return {
    final,
    ...compareRows(stored, final),
    tables: describeChanges({ before, fresh }),
    retracted: listed(history.retired),
  };
}

/** Whether a standing statement stays under its id with another content. Being taken back is no other content. */
function isChangedStatement(old: Fragment, fresh: ReadonlyMap<string, Fragment>): boolean {
  const next = fresh.get(old.node.id);
  if (!next || !isStatement(old) || isRetired(old)) return false;
  return !isStatement(next) || contentKey(old) !== contentKey(next);
}

const NOT_CONTENT = ["recordedAt", "retractedAt", "polarity", "caseId", "id"];

function contentKey({ node, relations }: Fragment): string {
  const properties = { ...node.properties };
  for (const name of NOT_CONTENT) delete (properties as Record<string, unknown>)[name];
  const own = relations.filter((row) => row.properties.statementId === undefined && !tableOfRelation(row));
  return [canonicalText(properties), ...own.map(relationKey).sort()].join("\n");
}

/** The retracted versions of each slug, ascending. */
function listVersions(fragments: readonly Fragment[]): Versions {
  const versions = new Map<string, RetractedVersion[]>();
  for (const fragment of fragments) {
    const version = isStatement(fragment) && isRetired(fragment) ? parseVersion(slugOf(fragment.node)) : null;
    if (!version) continue;
    const entry = { number: version.number, retractedAt: String(fragment.node.properties.retractedAt) };
    versions.set(version.base, [...(versions.get(version.base) ?? []), entry]);
  }
  for (const list of versions.values()) list.sort((left, right) => left.number - right.number);
  return versions;
}

function slugOf({ id }: NodeRow): string {
  return parseId(id).slug;
}

/** Sets when a statement of the new state was recorded; what is not changed keeps its time where its row gives none. */
function recordTimes(
  fragment: Fragment,
  context: { before: ReadonlyMap<string, Fragment>; versions: Versions; now: string },
): Fragment {
  if (!isStatement(fragment)) return fragment;
  const old = context.before.get(fragment.node.id);
  const isKept = old !== undefined && isStatement(old) && contentKey(old) === contentKey(fragment);
  const storedAt = isKept ? old.node.properties.recordedAt : undefined;
  const { versions, now } = context;
  const stored = typeof storedAt === "string" ? storedAt : null;
  return { ...fragment, node: withRecordedAt(fragment.node, { storedAt: stored, versions, now }) };
}

function withCorrections(rows: GraphRows, versions: Versions): GraphRows {
  if (versions.size === 0) return rows;
  const corrections = rows.nodes.flatMap((node) => {
    const { caseSlug, slug } = parseId(node.id);
    const corrected = node.labels.includes("Statement") ? correctedVersion(slug, versions) : null;
    if (corrected === null || caseSlug === null) return [];
    return [{ type: "CORRECTS", from: node.id, to: makeId(caseSlug, corrected), properties: {} }];
  });
  return { nodes: rows.nodes, relations: [...rows.relations, ...corrections] };
}

type Differences = Pick<LoadPlan, "created" | "updatedNodes" | "removedNodes" | "removedRelations">;

/** Compares rows one by one; equal relations may occur several times and are paired off. */
function compareRows(stored: StoredGraph, final: GraphRows): Differences {
  const oldNodes = new Map(stored.nodes.map((node) => [nodeSpace(node), node]));
  const created: NodeRow[] = [];
  const updatedNodes: LoadPlan["updatedNodes"][number][] = [];
  for (const row of final.nodes) {
    const old = oldNodes.get(nodeSpace(row));
    oldNodes.delete(nodeSpace(row));
    if (!old) created.push(row);
    else if (nodeKey(old) !== nodeKey(row)) updatedNodes.push({ row, oldLabels: old.labels });
  }
  const relations = compareRelations(stored.relations, final.relations);
  return {
    created: { nodes: created, relations: relations.created },
    updatedNodes,
    removedNodes: [...oldNodes.values()],
    removedRelations: relations.removed,
  };
}

/** A former id and a record may share an id: they are different nodes. */
function nodeSpace(node: NodeRow): string {
  return tableOfNode(node) === null ? `former ${node.id}` : node.id;
}

function compareRelations(
  stored: readonly StoredRelation[],
  final: readonly RelationRow[],
): { created: RelationRow[]; removed: StoredRelation[] } {
  const left = new Map<string, StoredRelation[]>();
  for (const relation of stored) {
    const key = relationKey(relation);
    const same = left.get(key);
    if (same) same.push(relation);
    else left.set(key, [relation]);
  }
  const created = final.filter((relation) => left.get(relationKey(relation))?.pop() === undefined);
  return { created, removed: [...left.values()].flat() };
}
