import { DemarcheError } from "../../domain/errors.ts";
import { createSuggest } from "../../domain/suggest.ts";
import type { ForeignTable } from "../foreign-table.ts";
import type { ImportRun } from "../importer.ts";
import { formatMappingTemplate, type Mapping } from "./mapping.ts";
import { guessColumns, ROLES, type RoleName } from "./roles.ts";

const MOST_NAMES = 20;

/** The column of each role that the table has. */
export type Columns = Partial<Record<RoleName, string>>;

/**
 * Settles which column of a table is which: as mapped, else guessed from the header, else asked for.
 *
 * @throws {DemarcheError} `BAD_INPUT` when a mapped column is not there, or a required one is missing; the message holds
 * a mapping file to start from.
 */
export async function chooseColumns(
  table: ForeignTable,
  mapping: Mapping,
  { sink, ask, advice }: Pick<ImportRun, "sink" | "ask"> & { readonly advice: string },
): Promise<Columns> {
  const place = { file: table.file, line: 1 };
  if (Object.keys(mapping.columns).length > 0) {
    const columns = checkColumns(table, mapping.columns, advice);
    const missing = missingRoles(columns);
    if (missing.length > 0) throw noColumns(table, columns, { missing, advice });
    return columns;
  }
  const columns = guessColumns(table.header);
  for (const role of missingRoles(columns)) {
    const answer = (await ask?.(questionFor(role, table, columns))) ?? null;
    if (answer !== null) columns[role] = answer;
  }
  const missing = missingRoles(columns);
  if (missing.length > 0) throw noColumns(table, columns, { missing, advice });
  const guess = Object.entries(columns).map(([role, column]) => `${role}=${column}`);
  sink.warn(`The columns were guessed from the header: --map "${guess.join(",")}".`, place);
  return columns;
}

/** Tells whether a table has any column that is asked for, or, where none is, any that can be guessed. */
export function hasColumns(table: ForeignTable, { columns }: Mapping): boolean {
  const names = Object.values(columns);
  if (names.length === 0) return Object.keys(guessColumns(table.header)).length > 0;
  return names.some((name) => table.indexOf(name) >= 0);
}

function checkColumns(table: ForeignTable, columns: Columns, advice: string): Columns {
  const entries = Object.entries(columns).map(([role, column]) => {
    const index = table.indexOf(column);
    if (index >= 0) return [role, table.header[index] ?? column];
    const names = table.header.filter((name) => name !== "");
    const suggestion = createSuggest()(column, names) || ` It has ${names.slice(0, MOST_NAMES).join(", ")}.`;
    throw new DemarcheError(
      "BAD_INPUT",
      `${table.file} has no column "${column}" (mapped to ${role}).${suggestion}${advice}`,
    );
  });
  return Object.fromEntries(entries);
}

function missingRoles(columns: Columns): RoleName[] {
  return ROLES.filter(({ name, isRequired }) => isRequired && columns[name] === undefined).map(
    ({ name }) => name,
  );
}

function questionFor(role: RoleName, { file, header }: ForeignTable, columns: Columns) {
  const says = ROLES.find(({ name }) => name === role)?.says ?? "";
  const taken = Object.values(columns);
  const choices = header.filter((name) => name !== "" && !taken.includes(name));
  return { name: role, text: `Which column of ${file} holds the ${role} (${says})?`, choices };
}

function noColumns(
  { file, header }: ForeignTable,
  columns: Columns,
  { missing, advice }: { readonly missing: readonly RoleName[]; readonly advice: string },
): DemarcheError {
  const template = formatMappingTemplate(header, columns);
  const message = `It is not clear which column of ${file} holds the ${missing.join(" and the ")}.${advice} Save this as mapping.yaml, fill it in, and give it with --mapping mapping.yaml:\n\n${template}`;
  return new DemarcheError("BAD_INPUT", message, { details: { missing, mapping: template } });
}
