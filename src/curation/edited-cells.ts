import { parseVersion } from "../dataset/versions.ts";
import { DemarcheError } from "../domain/errors.ts";
import { isSlug, makeId, parseId } from "../domain/ids.ts";
import { createSuggest } from "../domain/suggest.ts";
import { TABLE_NAMES, TABLES } from "../domain/tables.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import type { EditFields, EditRequest } from "./edit.ts";
import { type EditableTable, editableFields, kindOfTable, referenceFields } from "./editable-tables.ts";
import { nameStatement } from "./name-statement.ts";
import type { StoredRow, StoredTables } from "./stored-tables.ts";

/** The row that an edit is about, before it and, unchecked, after it. */
export interface EditedCells {
  readonly slug: string;
  /** Null where the edit makes the row. */
  readonly before: StoredRow | null;
  readonly record: Readonly<Record<string, unknown>>;
}

type Making = Extract<EditRequest, { readonly slug: unknown }>;
type Changing = Exclude<EditRequest, Making>;

/**
 * Finds the row that an edit is about, and fills in what was sent.
 *
 * @throws {DemarcheError} `NOT_FOUND`, `CONFLICT` where it is no longer as it was seen, `BAD_INPUT` for a name or a field
 * that cannot be.
 */
export function startEdit(request: EditRequest, stored: StoredTables, caseSlug: string): EditedCells {
  const fields = readFields(request.table, request.fields, caseSlug);
  return "slug" in request
    ? startRow(request, stored, { caseSlug, fields })
    : changeRow(request, stored, { caseSlug, fields });
}

/** Gives the slug of the row that an edit is about, of a new one what its name begins with; null where it has none yet. */
export function slugOf(request: EditRequest, caseSlug: string): string | null {
  if (!("slug" in request)) return parseId(request.id).slug;
  const fields = readFields(request.table, request.fields, caseSlug);
  return request.slug ?? nameStatement(fields, () => false);
}

function startRow(
  { table, slug }: Making,
  { tables }: StoredTables,
  { caseSlug, fields }: { readonly caseSlug: string; readonly fields: EditFields },
): EditedCells {
  const takenBy = (name: string) =>
    TABLE_NAMES.find(
      (other) =>
        TABLES[other].node !== null &&
        (tables[other] as readonly StoredRow[]).some((row) => row.slug === name),
    );
  const chosen = slug ?? nameStatement(fields, (name) => takenBy(name) !== undefined);
  if (chosen === null) throw badSlug(`A row of ${table} needs a slug: give one.`);
  if (!isSlug(chosen) || parseVersion(chosen) !== null)
    throw badSlug(
      `"${chosen}" cannot be a slug: take lower-case letters and digits, in parts joined by "-", such as "northland-demands-zone".`,
    );
  const taken = takenBy(chosen);
  if (taken !== undefined)
    throw badSlug(
      `"${makeId(caseSlug, chosen)}" is there already, in ${taken}: choose another slug, or change that row.`,
    );
  return { slug: chosen, before: null, record: { ...fields, slug: chosen } };
}

function badSlug(message: string): DemarcheError {
  return new DemarcheError("BAD_INPUT", message);
}

function changeRow(
  { action, table, id, seen }: Changing,
  stored: StoredTables,
  { caseSlug, fields }: { readonly caseSlug: string; readonly fields: EditFields },
): EditedCells {
  const asked = parseId(id).slug;
  const slug = stored.tables.former_ids.find(({ former }) => former === asked)?.now ?? asked;
  const before = (stored.tables[table] as readonly unknown[] as readonly StoredRow[]).find(
    (row) => row.slug === slug,
  );
  if (!before) throw notFound(table, id, stored);
  if (parseVersion(slug) !== null)
    throw new DemarcheError(
      "BAD_INPUT",
      `${id} is an earlier version: edit ${makeId(caseSlug, parseVersion(slug)?.base ?? "")}.`,
    );
  const conflict = changedMeanwhile({ table, before, seen, stored, id: makeId(caseSlug, slug) });
  if (conflict) throw conflict;
  if (typeof before.retractedAt === "string")
    throw new DemarcheError(
      "CONFLICT",
      `${makeId(caseSlug, slug)} was retracted at ${before.retractedAt}: record a statement anew instead.`,
    );
  if (action !== "RETRACT" && Object.keys(fields).length === 0)
    throw new DemarcheError("BAD_INPUT", "Nothing was sent that changes: give at least one field.");
  return { slug, before, record: { ...before, ...fields } };
}

function notFound(table: EditableTable, id: string, { tables }: StoredTables): DemarcheError {
  const { caseSlug, slug } = parseId(id);
  const slugs = (tables[table] as readonly { readonly slug: string }[]).map((row) => row.slug);
  const hint = createSuggest()(
    slug,
    slugs.filter((name) => parseVersion(name) === null),
  );
  return new DemarcheError(
    "NOT_FOUND",
    `There is no ${kindOfTable(table).toLowerCase()} "${slug}" in case "${caseSlug}".${hint}`,
  );
}

/** Fields may name records by id; rows name them by slug. */
function readFields(table: EditableTable, fields: EditFields, caseSlug: string): EditFields {
  const known = editableFields(table);
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  for (const [name] of entries)
    if (!known.includes(name)) {
      const hint = createSuggest()(name, known);
      throw new DemarcheError("BAD_INPUT", `Editors fill in no field "${name}" of ${table}.${hint}`);
    }
  const references = new Set(referenceFields(table));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, references.has(name) ? slugsOf(value, caseSlug) : value]),
  );
}

function slugsOf(value: unknown, caseSlug: string): unknown {
  if (Array.isArray(value)) return value.map((item) => slugsOf(item, caseSlug));
  const prefix = `${caseSlug}/`;
  return typeof value === "string" && value.startsWith(prefix) ? value.slice(prefix.length) : value;
}
