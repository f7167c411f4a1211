import type { ColumnDefinition, TableName } from "../domain/tables.ts";
import { propertyName, TABLES } from "../domain/tables.ts";

/** What a property can hold in rows of the graph; days and times of day are ISO texts there. */
export type PropertyValue = string | number | boolean | readonly string[];

export type Properties = Readonly<Record<string, PropertyValue>>;

/** How a column that refers to other rows lies in the graph. */
export interface ReferenceMapping {
  readonly type: string;
  /** `OUT`: from the row's node to the one referred to. `IN`: the other way round. */
  readonly direction: "OUT" | "IN";
  /** Properties of the relation to the first slug of a cell, and to the later ones. */
  readonly first: Properties;
  readonly later: Properties;
}

const NOTHING: Properties = Object.freeze({});

function out(type: string, first: Properties = NOTHING, later: Properties = first): ReferenceMapping {
  return { type, direction: "OUT", first, later };
}

const EVIDENCE = {
  found_in: out("FOUND_IN"),
  cites: out("CITES", { scope: "SENTENCE", oneOf: false }),
  cites_paragraph: out("CITES", { scope: "PARAGRAPH", oneOf: false }),
  cites_one_of: out("CITES", { scope: "SENTENCE", oneOf: true }),
} as const;

const ORDER = { after: out("AFTER"), before: out("BEFORE") } as const;

const REFERENCES: Readonly<Partial<Record<TableName, Readonly<Record<string, ReferenceMapping>>>>> = {
  case: { compiled_from: out("COMPILED_FROM") },
  actors: EVIDENCE,
  issues: { part_of: out("PART_OF"), ...EVIDENCE },
  demands: { issue: out("ABOUT"), ...EVIDENCE },
  proposals: { ...ORDER, ...EVIDENCE },
  meetings: { part_of: out("PART_OF"), held_in: out("HELD_IN"), ...ORDER, ...EVIDENCE },
  events: { ...ORDER, ...EVIDENCE },
  claims: { about: out("ABOUT"), ...EVIDENCE },
  sources: { same_work_as: out("SAME_WORK_AS") },
  statements: {
    actors: { type: "STATED", direction: "IN", first: NOTHING, later: NOTHING },
    through: out("THROUGH"),
    on_behalf_of: out("ON_BEHALF_OF"),
    target: out("ON"),
    addressed_to: out("ADDRESSED_TO"),
    against: out("AGAINST"),
    made_at: out("MADE_AT", { oneOf: false }),
    made_at_one_of: out("MADE_AT", { oneOf: true }),
    conditional_on: out("CONDITIONAL_ON"),
    in_response_to: out("IN_RESPONSE_TO", { alternative: false }, { alternative: true }),
    asserted_by: out("ASSERTED_BY"),
    disputed_by: out("DISPUTED_BY"),
    ...ORDER,
    ...EVIDENCE,
  },
};

export interface MappedColumn {
  readonly column: ColumnDefinition;
  readonly property: string;
}

export interface MappedReference extends MappedColumn {
  readonly mapping: ReferenceMapping;
}

/** The columns of a table, by what becomes of them. */
export interface TableMapping {
  readonly properties: readonly MappedColumn[];
  readonly references: readonly MappedReference[];
}

/**
 * Gives how the columns of a table that makes nodes lie in the graph: some as properties, those that refer to other
 * rows as relations.
 */
export function nodeMapping(table: TableName): TableMapping {
  const known = mappings.get(table);
  if (known) return known;
  const mapping = computeMapping(table);
  mappings.set(table, mapping);
  return mapping;
}

const mappings = new Map<TableName, TableMapping>();

function computeMapping(table: TableName): TableMapping {
  const columns: readonly ColumnDefinition[] = TABLES[table].columns;
  const mapped = columns.map((column) => ({ column, property: propertyName(column.name) }));
  return {
    properties: mapped.filter(({ column }) => !isReference(column)),
    references: mapped
      .filter(({ column }) => isReference(column))
      .map((entry) => ({ ...entry, mapping: referenceMapping(table, entry.column.name) })),
  };
}

function isReference(column: ColumnDefinition): boolean {
  return column.type === "reference" || column.type === "references";
}

function referenceMapping(table: TableName, column: string): ReferenceMapping {
  const mapping = REFERENCES[table]?.[column];
  if (!mapping) throw new Error(`no relation for column ${column} of ${table}`);
  return mapping;
}

/** Columns of the tables that make relations only: how one row becomes one relation. */
export const EVIDENCE_LISTS = ["found_in", "cites", "cites_paragraph", "cites_one_of"] as const;
