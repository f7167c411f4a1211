import {
  type ColumnDefinition,
  type RecordOf,
  TABLE_NAMES,
  TABLES,
  type TableDefinition,
  type TableName,
} from "../domain/tables.ts";
import type { Settings } from "./settings.ts";
import { tableOf } from "./words.ts";

/** What a `datapackage.json` is made from. */
export interface PackageContents {
  readonly settings: Settings;
  /** The row of `case.csv`; null where there is none yet. */
  readonly caseRecord: RecordOf<"case"> | null;
  /** The columns of each file that is there, in their order. */
  readonly columns: { readonly [T in TableName]?: readonly string[] };
}

const SLUG_PATTERN = "^[a-z0-9]+(?:[-_.~][a-z0-9]+)*$";
const DAY_TIME_PATTERN = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z$";

/**
 * Makes the text of `datapackage.json`: a Tabular Data Package with a Table Schema for every file that is there.
 *
 * References to rows of one kind are foreign keys; lists and references to several kinds cannot be, and stay texts.
 */
export function formatDescriptor(contents: PackageContents): string {
  const { caseRecord, settings, columns } = contents;
  const present = TABLE_NAMES.filter((table) => columns[table]);
  const descriptor = {
    profile: "tabular-data-package",
    name: caseRecord?.slug.replaceAll("~", "-") ?? "case",
    ...(caseRecord && { title: caseRecord.title }),
    ...(caseRecord?.description && { description: caseRecord.description }),
    ...(caseRecord && {
      licenses: [{ name: caseRecord.licence.trim().replace(/\s+/g, "-"), title: caseRecord.licence }],
    }),
    demarche: settings,
    resources: present.map((table) => describeResource(table, columns[table] ?? [], present)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describeResource(table: TableName, names: readonly string[], present: readonly TableName[]): object {
  const definition: TableDefinition = TABLES[table];
  const columns = names.map(
    (name) => definition.columns.find((column) => column.name === name) ?? unknownColumn(name),
  );
  const foreignKeys = columns.flatMap((column) => describeForeignKey(table, column, present));
  return {
    profile: "tabular-data-resource",
    name: table,
    path: definition.file,
    description: definition.description,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map(describeField),
      missingValues: [""],
      ...(columns.some(({ type }) => type === "slug") && { primaryKey: ["slug"] }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

function unknownColumn(name: string): ColumnDefinition {
  return { name, type: "text", description: "Not a column of this table." };
}

function describeField(column: ColumnDefinition): object {
  const constraints = {
    ...(column.required && { required: true }),
    ...(column.type === "enum" && { enum: column.values }),
    ...(column.type === "slug" && { unique: true, pattern: SLUG_PATTERN }),
    ...(column.type === "day-time" && { pattern: DAY_TIME_PATTERN }),
  };
  const isTyped = column.type === "integer" || column.type === "number" || column.type === "boolean";
  return {
    name: column.name,
    type: isTyped ? column.type : "string",
    description: column.description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function describeForeignKey(
  table: TableName,
  { name, type, refersTo = [] }: ColumnDefinition,
  present: readonly TableName[],
): object[] {
  const [kind, ...others] = refersTo;
  if (type !== "reference" || !kind || others.length > 0) return [];
  const target = tableOf(kind);
  if (!present.includes(target)) return [];
  return [{ fields: [name], reference: { resource: target === table ? "" : target, fields: ["slug"] } }];
}
