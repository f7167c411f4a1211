import { findAct, isAct } from "../domain/acts.ts";
import { parseEdtf } from "../domain/edtf-dates.ts";
import { makeId } from "../domain/ids.ts";
import { LINKS } from "../domain/relations.ts";
import type { RecordOf, TableName } from "../domain/tables.ts";
import { propertyName, TABLE_NAMES, TABLES } from "../domain/tables.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import type { Tables } from "./dataset.ts";
import { type DerivedFacts, deriveFacts, type Versions } from "./derived-facts.ts";
import { EVIDENCE_LISTS, nodeMapping, type Properties, type PropertyValue } from "./graph-mapping.ts";
import { parseVersion, versionSlug } from "./versions.ts";

export interface NodeRow {
  readonly id: string;
  /** Sorted. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface RelationRow {
  readonly type: string;
  /** Ids of the nodes at both ends. */
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** Nodes and relations as docs/data-model.md has them, as plain rows. */
export interface GraphRows {
  readonly nodes: readonly NodeRow[];
  readonly relations: readonly RelationRow[];
}

export interface RowContext {
  readonly caseSlug: string;
  readonly facts: DerivedFacts;
}

type AnyRecord = Readonly<Record<string, unknown>>;
type NodeTable = { [T in TableName]: (typeof TABLES)[T]["node"] extends null ? never : T }[TableName];

/** Turns a case into the nodes and relations that stand for it. */
export function toGraphRows({ tables }: { readonly tables: Tables }): GraphRows {
  const nodes: NodeRow[] = [];
  const relations: RelationRow[] = [];
  const context = { caseSlug: tables.case[0]?.slug ?? "", facts: deriveFacts(tables) };
  for (const table of TABLE_NAMES)
    for (const record of tables[table]) {
      const rows = recordRows(table, record as never, context);
      nodes.push(...rows.nodes);
      relations.push(...rows.relations);
    }
  return { nodes, relations };
}

/** Turns one row of a table into its nodes and relations; what other rows make of it comes in `context.facts`. */
export function recordRows<T extends TableName>(
  table: T,
  record: RecordOf<T>,
  context: RowContext,
): GraphRows {
  const row: AnyRecord = record;
  if (TABLES[table].node !== null) return nodeRows(table as NodeTable, row, context);
  if (table === "former_ids") return formerIdRows(record as RecordOf<"former_ids">, context);
  return { nodes: [], relations: [relationRow(table, row, context)] };
}

function nodeRows(table: NodeTable, record: AnyRecord, context: RowContext): GraphRows {
  const node = nodeRow(table, record, context);
  const relations = referenceRows(table, record, node.id, context);
  if (table !== "case")
    relations.push({ type: "IN_CASE", from: node.id, to: context.caseSlug, properties: {} });
  if (table === "statements") relations.push(...derivedRows(record as RecordOf<"statements">, context));
  return { nodes: [node], relations };
}

function nodeRow(table: NodeTable, record: AnyRecord, { caseSlug, facts }: RowContext): NodeRow {
  const slug = String(record.slug);
  const kind = TABLES[table].node;
  const own = ownProperties(table, record);
  if (kind === "Case") return { id: slug, labels: ["Case"], properties: { id: slug, ...own } };
  const id = makeId(caseSlug, slug);
  const properties = { id, caseId: caseSlug, ...own, ...derivedProperties(kind, record, facts) };
  return { id, labels: labelsOf(kind, slug, facts), properties };
}

function ownProperties(table: NodeTable, record: AnyRecord): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  for (const { column, property } of nodeMapping(table).properties) {
    const value = record[property];
    if (isEmpty(value)) continue;
    properties[property] = column.type === "day-time" ? shortTime(String(value)) : (value as PropertyValue);
  }
  if (table !== "case") Object.assign(properties, spanProperties(record.date));
  return properties;
}

/** Writes a time as the database gives it back: a fraction of a second without zeros at its end. */
function shortTime(time: string): string {
  return time.replace(/\.(\d*?)0*Z$/, (_, digits: string) => (digits === "" ? "Z" : `.${digits}Z`));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The first and the last day of a date as written, each where it is known. */
function spanProperties(date: unknown): Properties {
  const span = typeof date === "string" ? parseEdtf(date) : null;
  return withoutEmpty({ earliest: span?.earliest, latest: span?.latest });
}

function withoutEmpty(values: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))) as Properties;
}

function derivedProperties(kind: NodeKind, record: AnyRecord, facts: DerivedFacts): Properties {
  if (kind === "Claim") return withoutEmpty({ standing: facts.standings.get(String(record.slug)) });
  const act = record.act;
  if (kind !== "Statement" || typeof act !== "string" || !isAct(act)) return {};
  return withoutEmpty({ polarity: findAct(act).polarity });
}

function labelsOf(kind: NodeKind, slug: string, facts: DerivedFacts): readonly string[] {
  if (kind === "Actor" && facts.mediators.has(slug)) return MEDIATOR_LABELS;
  return isRetiredSlug(kind, slug) ? retiredLabels(kind) : LABELS[kind];
}

const MEDIATOR_LABELS = ["Actor", "Mediator", "Record"] as const;

const LABELS = Object.fromEntries(
  Object.values(TABLES).map(({ node }) => [node, [String(node), "Record"].sort()]),
) as unknown as Readonly<Record<NodeKind, readonly string[]>>;

/** Labels of a record that was removed, and that retracted statements still refer to. */
export function retiredLabels(kind: NodeKind): readonly string[] {
  return ["Record", `Retired${kind}`];
}

function isRetiredSlug(kind: NodeKind, slug: string): boolean {
  return kind !== "Statement" && parseVersion(slug) !== null;
}

function referenceRows(
  table: NodeTable,
  record: AnyRecord,
  id: string,
  { caseSlug }: RowContext,
): RelationRow[] {
  const rows: RelationRow[] = [];
  for (const { property, mapping } of nodeMapping(table).references) {
    let properties = mapping.first;
    for (const slug of slugsIn(record[property])) {
      const other = makeId(caseSlug, slug);
      const ends = mapping.direction === "OUT" ? { from: id, to: other } : { from: other, to: id };
      rows.push({ type: mapping.type, ...ends, properties });
      properties = mapping.later;
    }
  }
  return rows;
}

function slugsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? [...new Set(value as readonly string[])] : [];
}

/** The relations that follow from a statement: one act for each actor while it stands, and the version it corrects. */
function derivedRows(statement: RecordOf<"statements">, { caseSlug, facts }: RowContext): RelationRow[] {
  const id = makeId(caseSlug, statement.slug);
  const rows = statement.retractedAt === null ? actRows(statement, caseSlug) : [];
  const corrected = correctedVersion(statement.slug, facts.versions);
  if (corrected !== null)
    rows.push({ type: "CORRECTS", from: id, to: makeId(caseSlug, corrected), properties: {} });
  return rows;
}

function actRows(statement: RecordOf<"statements">, caseSlug: string): RelationRow[] {
  const { act, actors, target, date, status } = statement;
  const statementId = makeId(caseSlug, statement.slug);
  const properties = withoutEmpty({ statementId, date, status, ...spanProperties(date) });
  const to = makeId(caseSlug, target);
  return slugsIn(actors).map((actor) => ({ type: act, from: makeId(caseSlug, actor), to, properties }));
}

/** Gives the slug of the version before: for `s` the newest of `s~1`, `s~2` …, for `s~2` the next older one. */
export function correctedVersion(slug: string, versions: Versions): string | null {
  const newest = versions.get(slug)?.at(-1);
  if (newest) return versionSlug(slug, newest.number);
  const version = parseVersion(slug);
  if (!version) return null;
  const older = (versions.get(version.base) ?? []).filter(({ number }) => number < version.number).at(-1);
  return older ? versionSlug(version.base, older.number) : null;
}

function formerIdRows({ former, now }: RecordOf<"former_ids">, { caseSlug }: RowContext): GraphRows {
  const id = makeId(caseSlug, former);
  return {
    nodes: [{ id, labels: ["FormerId"], properties: { id, caseId: caseSlug } }],
    relations: [{ type: "NOW", from: id, to: makeId(caseSlug, now), properties: {} }],
  };
}

function relationRow(table: TableName, record: AnyRecord, context: RowContext): RelationRow {
  switch (table) {
    case "representations":
      return representationRow(record as RecordOf<"representations">, context);
    case "provisions":
      return provisionRow(record as RecordOf<"provisions">, context);
    case "links":
      return linkRow(record as RecordOf<"links">, context);
    case "findings":
      return findingRow(record as RecordOf<"findings">, context);
    case "same_as":
      return sameAsRow(record as RecordOf<"same_as">, context);
    default:
      throw new Error(`table ${table} makes no single relation`);
  }
}

function representationRow(record: RecordOf<"representations">, { caseSlug }: RowContext): RelationRow {
  const { actor, relation, of, role, from, to, meeting, basis } = record;
  const properties = withoutEmpty({
    role,
    from,
    to,
    earliest: from === null ? null : parseEdtf(from)?.earliest,
    latest: to === null ? null : parseEdtf(to)?.latest,
    meeting: idOf(meeting, caseSlug),
    basis,
    ...evidence(record, caseSlug),
  });
  return { type: relation, from: makeId(caseSlug, actor), to: makeId(caseSlug, of), properties };
}

function provisionRow(record: RecordOf<"provisions">, { caseSlug }: RowContext): RelationRow {
  const { proposal, demand, item, role, by, change } = record;
  const properties = withoutEmpty({
    item,
    role,
    by: idOf(by, caseSlug),
    change,
    ...evidence(record, caseSlug),
  });
  return { type: "CONTAINS", from: makeId(caseSlug, proposal), to: makeId(caseSlug, demand), properties };
}

function linkRow(record: RecordOf<"links">, { caseSlug }: RowContext): RelationRow {
  const { from, relation, to, kind, assertedBy, status } = record;
  const properties = withoutEmpty({
    [kindProperty(relation)]: kind,
    assertedBy: idsOf(assertedBy, caseSlug),
    status,
    ...evidence(record, caseSlug),
  });
  const ends = { from: makeId(caseSlug, from), to: makeId(caseSlug, to) };
  return { type: relation, ...ends, properties: isColumn(relation) ? marked(properties) : properties };
}

function isColumn(relation: string): boolean {
  return relation === "AFTER" || relation === "BEFORE";
}

/** An empty quote tells a row that says nothing more from a cell of the record's own row, which is a bare relation. */
function marked(properties: Properties): Properties {
  return Object.keys(properties).length === 0 ? { quote: "" } : properties;
}

/** Gives the property that the column `kind` of a link becomes. */
export function kindProperty(relation: string): string {
  return LINKS.find((link) => link.name === relation)?.kind?.property ?? "kind";
}

function findingRow(record: RecordOf<"findings">, { caseSlug }: RowContext): RelationRow {
  const { statement, source, quote, locator } = record;
  const ends = { from: makeId(caseSlug, statement), to: makeId(caseSlug, source) };
  return { type: "FOUND_IN", ...ends, properties: marked(withoutEmpty({ quote, locator })) };
}

function sameAsRow(record: RecordOf<"same_as">, { caseSlug }: RowContext): RelationRow {
  const { actor, sameAs, assertedBy, why } = record;
  return { type: "SAME_AS", from: makeId(caseSlug, actor), to: sameAs, properties: { assertedBy, why } };
}

/** The evidence of a relation, which it carries itself: ids of sources in lists. */
function evidence(record: object, caseSlug: string): Readonly<Record<string, unknown>> {
  const row = record as AnyRecord;
  const lists = EVIDENCE_LISTS.map(propertyName);
  return {
    quote: row.quote,
    locator: row.locator,
    note: row.note,
    ...Object.fromEntries(lists.map((list) => [list, idsOf(row[list] as readonly string[], caseSlug)])),
  };
}

function idOf(slug: string | null, caseSlug: string): string | null {
  return slug === null ? null : makeId(caseSlug, slug);
}

function idsOf(slugs: readonly string[], caseSlug: string): readonly string[] {
  return slugs.map((slug) => makeId(caseSlug, slug));
}
