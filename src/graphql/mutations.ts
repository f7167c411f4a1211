import type { Edit, EditFields, EditRequest } from "../curation/edit.ts";
import { editRow } from "../curation/edit-row.ts";
import { type EditableTable, kindOfTable, RECORD_TABLES } from "../curation/editable-tables.ts";
import { requireEditor } from "../curation/rights.ts";
import { linkSameAs, unlinkSameAs } from "../curation/same-as.ts";
import { DemarcheError } from "../domain/errors.ts";
import { parseId } from "../domain/ids.ts";
import type { RequestContext } from "./context.ts";
import type { Resolve } from "./resolve.ts";

interface EditInput {
  readonly why?: string | null;
  readonly clientKey?: string | null;
}

/** What a mutation that makes a row takes. */
export interface MakingInput extends EditInput {
  readonly case: string;
  readonly slug?: string | null;
  readonly fields: EditFields;
}

/** What a mutation that changes a row takes. */
export interface ChangingInput extends EditInput {
  readonly id: string;
  readonly seen: string;
  readonly fields?: EditFields;
}

/** What a mutation that links two actors takes. */
export interface SameAsInput extends EditInput {
  readonly actors: readonly string[];
  readonly why: string;
}

/** What editors may change: one line each, the work is done in `curation`. */
export const MUTATIONS: Readonly<Record<string, Resolve<never>>> = {
  recordStatement: make("RECORD", "statements"),
  correctStatement: change("CORRECT", "statements"),
  retractStatement: change("RETRACT", "statements"),
  ...Object.fromEntries(
    RECORD_TABLES.flatMap((table) => [
      [`create${kindOfTable(table)}`, make("CREATE", table)],
      [`update${kindOfTable(table)}`, change("UPDATE", table)],
    ]),
  ),
  linkSameAs: relate("SAME_AS"),
  unlinkSameAs: relate("NOT_SAME_AS"),
};

function make(action: "RECORD" | "CREATE", table: EditableTable): Resolve<MakingInput> {
  return (context, { case: caseSlug, slug, fields, ...input }) =>
    edit(context, { action, table, case: caseSlug, slug: slug ?? null, fields: { ...fields } }, input);
}

function change(action: "CORRECT" | "UPDATE" | "RETRACT", table: EditableTable): Resolve<ChangingInput> {
  return (context, { id, seen, fields, ...input }) =>
    edit(context, { action, table, id, seen, fields: { ...fields } }, input);
}

async function edit(context: RequestContext, request: EditRequest, input: EditInput): Promise<Edit> {
  const { name } = requireEditor(context.user, "case" in request ? request.case : caseOf(request.id));
  const made = await editRow(context.database, request, {
    by: name,
    why: input.why ?? null,
    clientKey: input.clientKey ?? null,
  });
  const { id, at, by, action, record } = made;
  log(context, { editId: id, at, by, action, record });
  return made;
}

/** A link is said by its first actor's case; to take one back, either may be that. */
function relate(action: "SAME_AS" | "NOT_SAME_AS"): Resolve<SameAsInput> {
  return async (context, { actors, why, clientKey }) => {
    const ends = twoOf(actors);
    if (action === "NOT_SAME_AS") requireEditor(context.user, caseOf(ends[1]));
    const { name: by } = requireEditor(context.user, caseOf(ends[0]));
    const relateActors = action === "SAME_AS" ? linkSameAs : unlinkSameAs;
    const made = await relateActors(context.database, ends, { why, by, clientKey: clientKey ?? null });
    log(context, { by, action, ...made });
    return { ...made, isLinked: action === "SAME_AS" };
  };
}

function caseOf(id: string): string {
  return parseId(id).caseSlug ?? "";
}

function twoOf(actors: readonly string[]): readonly [string, string] {
  const [left, right] = actors;
  if (left !== undefined && right !== undefined && actors.length === 2) return [left, right];
  throw new DemarcheError("BAD_INPUT", `"actors" holds ${actors.length} ids: give two.`);
}

function log({ logger, requestId }: RequestContext, change: Readonly<Record<string, unknown>>): void {
  logger.info({ requestId, ...change }, "data changed");
}
