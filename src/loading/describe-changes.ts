import type { RelationRow } from "../dataset/graph-rows.ts";
import { tableOfNode, tableOfRelation } from "../dataset/records-from-graph.ts";
import { TABLE_NAMES, type TableName } from "../domain/tables.ts";
import { canonicalText, type Fragment, isRetired, relationKey } from "./fragments.ts";
import { type LoadReport, listed } from "./load-report.ts";

type States = {
  readonly before: ReadonlyMap<string, Fragment>;
  readonly fresh: ReadonlyMap<string, Fragment>;
};

type Sort = "added" | "changed" | "removed";

/** Tells which rows of which tables a new state adds, changes and removes; history apart. */
export function describeChanges(states: States): LoadReport["tables"] {
  const names = new Map<TableName, Record<Sort, string[]>>();
  const note = (table: TableName, sort: Sort, name: string) => {
    const entry = names.get(table) ?? { added: [], changed: [], removed: [] };
    names.set(table, entry);
    entry[sort].push(name);
  };
  noteNodes(states, note);
  noteRelations(states, note);
  const tables = TABLE_NAMES.flatMap((table) => {
    const entry = names.get(table);
    if (!entry) return [];
    const changes = {
      added: listed(entry.added),
      changed: listed(entry.changed),
      removed: listed(entry.removed),
    };
    return [[table, changes] as const];
  });
  return Object.fromEntries(tables);
}

type Note = (table: TableName, sort: Sort, name: string) => void;

function noteNodes({ before, fresh }: States, note: Note): void {
  for (const [id, fragment] of fresh) {
    const table = tableOfNode(fragment.node);
    if (table === null) continue;
    const old = before.get(id);
    const oldTable = old ? tableOfNode(old.node) : null;
    if (!old || oldTable !== table) note(table, "added", id);
    else if (rowKey(old) !== rowKey(fragment)) note(table, "changed", id);
  }
  for (const [id, fragment] of before) {
    const table = tableOfNode(fragment.node);
    const next = fresh.get(id);
    const isGone = !next || tableOfNode(next.node) !== table;
    if (table !== null && isGone && !isRetired(fragment)) note(table, "removed", id);
  }
}

const NOT_IN_ROW = new Set(["standing", "polarity", "recordedAt"]);

/** A text that is equal where the rows of two records are; the time of recording is ours to set. */
function rowKey({ node, relations }: Fragment): string {
  const own = Object.entries(node.properties).filter(([name]) => !NOT_IN_ROW.has(name));
  const cells = relations.filter((row) => row.properties.statementId === undefined && !tableOfRelation(row));
  return [canonicalText(Object.fromEntries(own)), ...cells.map(relationKey).sort()].join("\n");
}

/** Rows that are relations: one that goes where one with the same type and ends comes is changed. */
function noteRelations({ before, fresh }: States, note: Note): void {
  const old = countRows(before);
  const next = countRows(fresh);
  const removed = subtract(old, next);
  const added = subtract(next, old);
  for (const [name, rows] of added) {
    const gone = removed.get(name) ?? [];
    for (const [index, table] of rows.entries()) note(table, index < gone.length ? "changed" : "added", name);
  }
  for (const [name, rows] of removed)
    for (const table of rows.slice(added.get(name)?.length ?? 0)) note(table, "removed", name);
}

interface Counted {
  readonly name: string;
  readonly table: TableName;
  count: number;
}

function countRows(fragments: ReadonlyMap<string, Fragment>): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const fragment of fragments.values()) {
    if (isRetired(fragment)) continue;
    for (const relation of fragment.relations) {
      const table = tableOfRelation(relation);
      if (table === null) continue;
      const key = relationKey(relation);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { name: nameRelation(relation), table, count: 1 });
    }
  }
  return counts;
}

/** Names a row that is a relation. */
export function nameRelation({ type, from, to }: RelationRow): string {
  return `${from} -[${type}]-> ${to}`;
}

/** What the first has more of than the second: tables by name of the row. */
function subtract(
  from: ReadonlyMap<string, Counted>,
  what: ReadonlyMap<string, Counted>,
): Map<string, TableName[]> {
  const left = new Map<string, TableName[]>();
  for (const [key, { name, table, count }] of from) {
    const more = count - (what.get(key)?.count ?? 0);
    if (more > 0) left.set(name, [...(left.get(name) ?? []), ...Array<TableName>(more).fill(table)]);
  }
  return left;
}
