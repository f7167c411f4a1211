import { parseId } from "../domain/ids.ts";
import { LINK_RELATIONS } from "../domain/relations.ts";
import {
  type ColumnDefinition,
  propertyName,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from "../domain/tables.ts";
import type { Tables } from "./dataset.ts";
import { type MappedReference, nodeMapping, type Properties } from "./graph-mapping.ts";
import { type GraphRows, kindProperty, type NodeRow, type RelationRow } from "./graph-rows.ts";

type AnyRecord = Record<string, unknown>;

/**
 * Turns the nodes and relations of one case back into its tables: the inverse of `toGraphRows`.
 *
 * Derived labels, properties and relations are left out. Rows come in the order of their slugs, or cells where they have
 * none; slugs in a cell in their order, since a graph keeps none.
 */
export function recordsFromGraph(rows: GraphRows): Tables {
  const { ofCells, ofTables } = partRelations(rows.relations);
  const around = groupByOwner(ofCells);
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, [] as AnyRecord[]])) as Record<
    TableName,
    AnyRecord[]
  >;
  for (const node of rows.nodes) {
    const table = tableOfNode(node);
    if (table) tables[table].push(nodeRecord(table, node, around.get(node.id) ?? []));
  }
  for (const [table, relation] of ofTables) tables[table].push(relationRecord(table, relation));
  for (const table of TABLE_NAMES) tables[table].sort(compareRecords);
  return tables as unknown as Tables;
}

/** Compares records by slug, or by their cells where they have none. */
export function compareRecords(left: object, right: object): number {
  const [a, b] = [sortKey(left as AnyRecord), sortKey(right as AnyRecord)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Gives the id of the record that a relation comes from: of its statement where it has one, else of its start. */
export function ownerOf(relation: RelationRow): string {
  if (relation.type === "STATED") return relation.to;
  const statement = relation.properties.statementId;
  return typeof statement === "string" ? statement : relation.from;
}

/** Gives the table of which a node is a row; null for a node that is none. */
export function tableOfNode({ labels }: Pick<NodeRow, "labels">): TableName | null {
  for (const label of labels) {
    const table = tableByLabel.get(label);
    if (table) return table;
  }
  return null;
}

const tableByLabel: ReadonlyMap<string, TableName> = new Map(
  TABLE_NAMES.flatMap((table) => {
    const { node } = TABLES[table];
    return node === null
      ? []
      : ([
          [node, table],
          [`Retired${node}`, table],
        ] as [string, TableName][]);
  }),
);

const LINK_TYPES: ReadonlySet<string> = new Set(LINK_RELATIONS);
const ROW_TABLES: ReadonlyMap<string, TableName> = new Map([
  ["REPRESENTS", "representations"],
  ["MEMBER_OF", "representations"],
  ["CONTAINS", "provisions"],
  ["SAME_AS", "same_as"],
  ["NOW", "former_ids"],
]);

/** Gives the table of which a relation is a row; null where it stands for a cell of a node's row, or is derived. */
export function tableOfRelation(relation: RelationRow): TableName | null {
  const table = ROW_TABLES.get(relation.type);
  if (table) return table;
  const isBare = Object.keys(relation.properties).length === 0;
  if (relation.type === "FOUND_IN") return isBare ? null : "findings";
  if (relation.type === "AFTER" || relation.type === "BEFORE") return isBare ? null : "links";
  return LINK_TYPES.has(relation.type) ? "links" : null;
}

/** Relations that a cell of a row makes, and a row of its own makes as well. */
const DOUBLE_TABLES: ReadonlyMap<string, TableName> = new Map([
  ["FOUND_IN", "findings"],
  ["AFTER", "links"],
  ["BEFORE", "links"],
]);

/** Parts relations that stand for cells from rows of their own. A cell holds a slug once: the second is a row. */
function partRelations(relations: readonly RelationRow[]) {
  const ofCells: RelationRow[] = [];
  const ofTables: [TableName, RelationRow][] = [];
  const seen = new Set<string>();
  for (const relation of relations) {
    const { type, from, to } = relation;
    const key = `${type} ${from} ${to}`;
    const table = tableOfRelation(relation) ?? (seen.has(key) ? DOUBLE_TABLES.get(type) : undefined);
    if (table) ofTables.push([table, relation]);
    else ofCells.push(relation);
    if (!table && DOUBLE_TABLES.has(type)) seen.add(key);
  }
  return { ofCells, ofTables };
}

function groupByOwner(relations: readonly RelationRow[]): ReadonlyMap<string, readonly RelationRow[]> {
  const groups = new Map<string, RelationRow[]>();
  for (const relation of relations) {
    const owner = ownerOf(relation);
    const group = groups.get(owner);
    if (group) group.push(relation);
    else groups.set(owner, [relation]);
  }
  return groups;
}

function nodeRecord(table: TableName, node: NodeRow, relations: readonly RelationRow[]): AnyRecord {
  const record: AnyRecord = {};
  const mapping = nodeMapping(table);
  for (const { column, property } of mapping.properties)
    record[property] = node.properties[property] ?? emptyCell(column);
  for (const reference of mapping.references)
    record[reference.property] = referenceCell(reference, relations);
  return record;
}

function emptyCell(column: ColumnDefinition): null | readonly string[] {
  return column.type === "list" || column.type === "references" ? [] : null;
}

function referenceCell({ column, mapping }: MappedReference, relations: readonly RelationRow[]): unknown {
  const slugs = [mapping.first, mapping.later].map((wanted) =>
    relations
      .filter(({ type, properties }) => type === mapping.type && isSame(properties, wanted))
      .map((relation) => slugOf(mapping.direction === "OUT" ? relation.to : relation.from))
      .sort(),
  );
  const all = mapping.first === mapping.later ? slugs[0] : slugs.flat();
  return column.type === "references" ? (all ?? []) : (all?.[0] ?? null);
}

function isSame(left: Properties, right: Properties): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function slugOf(id: string): string {
  return parseId(id).slug;
}

/** What a column of a relation's row is called in the graph, where that is not its own name. */
function relationRecord(table: TableName, { type, from, to, properties }: RelationRow): AnyRecord {
  const ends: Record<string, AnyRecord> = {
    representations: { actor: slugOf(from), relation: type, of: slugOf(to) },
    provisions: { proposal: slugOf(from), demand: slugOf(to) },
    links: {
      from: slugOf(from),
      relation: type,
      to: slugOf(to),
      kind: properties[kindProperty(type)] ?? null,
    },
    findings: { statement: slugOf(from), source: slugOf(to) },
    same_as: { actor: slugOf(from), sameAs: to },
    former_ids: { former: slugOf(from), now: slugOf(to) },
  };
  const fixed = ends[table] ?? {};
  const record: AnyRecord = {};
  for (const column of TABLES[table].columns as readonly ColumnDefinition[]) {
    const name = propertyName(column.name);
    record[name] = name in fixed ? fixed[name] : relationCell(column, properties[name]);
  }
  return record;
}

/** Ids in the properties of a relation become slugs again. */
function relationCell(column: ColumnDefinition, value: unknown): unknown {
  if (value === undefined || value === "") return emptyCell(column);
  if (column.type === "reference") return slugOf(String(value));
  return column.type === "references" ? (value as readonly string[]).map(slugOf) : value;
}

function sortKey(record: AnyRecord): string {
  return typeof record.slug === "string" ? record.slug : JSON.stringify(Object.values(record));
}
