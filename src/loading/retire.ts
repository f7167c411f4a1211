import { type NodeRow, type RelationRow, retiredLabels } from "../dataset/graph-rows.ts";
import { tableOfNode, tableOfRelation } from "../dataset/records-from-graph.ts";
import { parseVersion, versionSlug } from "../dataset/versions.ts";
import { makeId, parseId } from "../domain/ids.ts";
import { TABLES } from "../domain/tables.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { type Fragment, isRetired, isStatement } from "./fragments.ts";

/** What the stored state leaves behind beside the new one. */
export interface History {
  /** Retracted statements, and the removed records that they refer to. */
  readonly fragments: readonly Fragment[];
  /** Ids given to what this load retires. */
  readonly retired: readonly string[];
}

/** What the stored state of a case and the new one differ in, as far as history goes. */
export interface HistoryInput {
  readonly stored: ReadonlyMap<string, Fragment>;
  readonly fresh: ReadonlyMap<string, Fragment>;
  /** Stored statements, by id, that the new state holds otherwise. */
  readonly changed: readonly Fragment[];
  /** Stored records, statements apart, that stay as they were beside what the new state makes of them. */
  readonly kept: readonly Fragment[];
  readonly now: string;
}

/**
 * Gives what stays of a stored state for history: statements that are removed or changed become retracted versions,
 * and of the other removed records those that retracted statements refer to stay as retired ones, beside those that
 * are asked for.
 */
export function retire(input: HistoryInput): History {
  const gone = [...input.stored.values()].filter(
    (fragment) => !input.fresh.has(fragment.node.id) && !isBookkeeping(fragment),
  );
  const removed = gone.filter((fragment) => !isRetired(fragment));
  const namer = new VersionNamer(input);
  const statements = [...removed.filter(isStatement), ...input.changed];
  const past = gone.filter((fragment) => isRetired(fragment));
  const records = findNeeded([...statements, ...past.filter(isStatement)], removed);
  const renamed = new Map(records.map(({ node }) => [node.id, namer.next(node)]));
  for (const { node } of removed.filter(isStatement)) renamed.set(node.id, namer.next(node));
  const versions = statements.map((statement) => {
    const id = renamed.get(statement.node.id) ?? namer.next(statement.node);
    return retireStatement(statement, id, input.now);
  });
  const others = input.kept.filter(({ node }) => !renamed.has(node.id));
  const kept = [...records, ...others].map((record) =>
    retireRecord(record, renamed.get(record.node.id) ?? namer.next(record.node)),
  );
  const all = [...past, ...versions, ...kept];
  const standing = new Set([...input.fresh.keys(), ...all.map(({ node }) => node.id)]);
  return {
    fragments: all.map((fragment) => repoint(fragment, renamed, standing)),
    retired: [...versions, ...kept].map(({ node }) => node.id).sort(),
  };
}

function isBookkeeping({ node }: Fragment): boolean {
  return tableOfNode(node) === null || node.labels.includes("Case");
}

/** The removed records, statements apart, that some statements refer to. */
function findNeeded(statements: readonly Fragment[], removed: readonly Fragment[]): readonly Fragment[] {
  const ends = new Set(
    statements.flatMap(({ relations }) => relations.filter(isHistoric).flatMap(({ from, to }) => [from, to])),
  );
  return removed.filter((fragment) => !isStatement(fragment) && ends.has(fragment.node.id));
}

/** Relations that a retracted statement keeps: its row's own, and its findings. */
function isHistoric(relation: RelationRow): boolean {
  if (relation.properties.statementId !== undefined) return false;
  const table = tableOfRelation(relation);
  return table === null || table === "findings";
}

function retireStatement({ node, relations }: Fragment, id: string, now: string): Fragment {
  const properties = { ...node.properties, id, slug: parseId(id).slug, retractedAt: now };
  return { node: { ...node, id, properties }, relations: rekey(relations.filter(isHistoric), node.id, id) };
}

function retireRecord({ node, relations }: Fragment, id: string): Fragment {
  const table = tableOfNode(node);
  const kind = table === null ? null : (TABLES[table].node as NodeKind);
  if (kind === null) throw new Error(`no record ${node.id}`);
  const { standing: _, ...properties } = node.properties;
  return {
    node: { id, labels: retiredLabels(kind), properties: { ...properties, id, slug: parseId(id).slug } },
    relations: rekey(
      relations.filter((relation) => tableOfRelation(relation) === null),
      node.id,
      id,
    ),
  };
}

function rekey(relations: readonly RelationRow[], old: string, id: string): readonly RelationRow[] {
  const renew = (end: string) => (end === old ? id : end);
  return relations.map(({ type, from, to, properties }) => ({
    type,
    from: renew(from),
    to: renew(to),
    properties,
  }));
}

/** Leads relations to records that were retired to their new ids, and drops those to records that are no more. */
function repoint(
  { node, relations }: Fragment,
  renamed: ReadonlyMap<string, string>,
  standing: ReadonlySet<string>,
): Fragment {
  const renew = (id: string) => (standing.has(id) ? id : (renamed.get(id) ?? id));
  const repointed = relations.map((relation) => {
    const ends = { from: renew(relation.from), to: renew(relation.to) };
    return ends.from === relation.from && ends.to === relation.to ? relation : { ...relation, ...ends };
  });
  return { node, relations: repointed.filter(({ from, to }) => standing.has(from) && standing.has(to)) };
}

/** Gives out the slugs `s~1`, `s~2` …, none of them twice. */
class VersionNamer {
  readonly #taken: (id: string) => boolean;
  readonly #last = new Map<string, number>();

  constructor({ stored, fresh }: HistoryInput) {
    const given = new Set<string>();
    this.#taken = (id) => {
      if (stored.has(id) || fresh.has(id) || given.has(id)) return true;
      given.add(id);
      return false;
    };
    for (const id of [...stored.keys(), ...fresh.keys()]) this.#note(id);
  }

  next({ id }: NodeRow): string {
    const { caseSlug, slug } = parseId(id);
    let number = (this.#last.get(id) ?? 0) + 1;
    let name = makeId(caseSlug ?? "", versionSlug(slug, number));
    while (this.#taken(name)) {
      number += 1;
      name = makeId(caseSlug ?? "", versionSlug(slug, number));
    }
    this.#last.set(id, number);
    return name;
  }

  #note(id: string): void {
    const version = parseVersion(id);
    if (!version) return;
    this.#last.set(version.base, Math.max(version.number, this.#last.get(version.base) ?? 0));
  }
}
