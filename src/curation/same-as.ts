import type { Database, Row, Transaction } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { parseId } from "../domain/ids.ts";
import { appendAudit } from "../loading/audit.ts";
import { editLocked } from "../loading/write-lock.ts";
import { findMade, signEdit } from "./client-key.ts";
import type { EditContext } from "./edit.ts";
import { type ActorNames, type SameAsSuggestion, suggestSameAs } from "./suggest-same-as.ts";

export interface SuggestOptions {
  /** Slug of a case, of which at least one of the two must be; all cases if absent. */
  readonly caseSlug?: string;
  /** Least score, 0–1; 0.6 if absent. */
  readonly least?: number;
}

/**
 * Suggests which actors of the database may be the same, best first; pairs that are linked already are left out.
 *
 * Nothing is written.
 */
export async function fetchSameAsSuggestions(
  database: Database,
  { caseSlug, least }: SuggestOptions = {},
): Promise<SameAsSuggestion[]> {
  const actors = await database.read<ActorRow>("curation/actors", { case: null });
  const linked = new Set(actors.flatMap(({ id, sameAs }) => sameAs.map((other) => `${id} ${other}`)));
  const isOurs = (id: string) => caseSlug === undefined || parseId(id).caseSlug === caseSlug;
  return suggestSameAs(actors, least).filter(
    ({ left, right }) => !linked.has(`${left} ${right}`) && (isOurs(left) || isOurs(right)),
  );
}

/** Who links, or takes a link back, and why. */
export type SameAsReasonGiven = EditContext & { readonly why: string };

/** Two actors: the link is a row of the first one's case. */
export interface SameAsEnds {
  readonly from: string;
  readonly to: string;
}

/**
 * Links two actors of different cases as the same, under the lock. The link outlives loads of both cases: it stays until it
 * is taken back, or until the folder says it itself.
 *
 * @param left - Id (`case/slug`) or former id; the link becomes a row of its case's `same_as`.
 * @throws {DemarcheError} `NOT_FOUND`, `BAD_INPUT` for two of one case, `CONFLICT` where they are linked already.
 */
export async function linkSameAs(
  database: Database,
  [left, right]: readonly [string, string],
  given: SameAsReasonGiven,
): Promise<SameAsEnds> {
  const [from, to] = await findActors(database, [left, right]);
  const caseSlug = parseId(from).caseSlug ?? "";
  if (caseSlug === parseId(to).caseSlug) throw ofOneCase(from, to);
  await editOnce(database, { action: "SAME_AS", from, to }, given, async (transaction) => {
    const link = { case: caseSlug, from, to, assertedBy: given.by, why: given.why };
    const [row] = await transaction.run<{ count: number }>("curation/link-same-as", link);
    if (row?.count !== 1) throw new DemarcheError("CONFLICT", `${from} and ${to} are linked already.`);
  });
  return { from, to };
}

/**
 * Takes the link of two actors back, whoever said it, under the lock; a load of a folder that says it does not bring it
 * back.
 *
 * @throws {DemarcheError} `NOT_FOUND` where there is no such actor or no such link.
 */
export async function unlinkSameAs(
  database: Database,
  [left, right]: readonly [string, string],
  given: EditContext,
): Promise<SameAsEnds> {
  const [from, to] = await findActors(database, [left, right]);
  await editOnce(database, { action: "NOT_SAME_AS", from, to }, given, async (transaction) => {
    const [row] = await transaction.run<{ count: number }>("curation/unlink-same-as", { from, to });
    if (!row?.count) throw new DemarcheError("NOT_FOUND", `${from} and ${to} are not linked.`);
  });
  return { from, to };
}

interface SameAsEdit extends SameAsEnds {
  readonly action: "SAME_AS" | "NOT_SAME_AS";
}

/** Does the work and notes it in the audit log; nothing where it was done under the same key before. */
async function editOnce(
  database: Database,
  edit: SameAsEdit,
  given: EditContext,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const sent = signEdit(given, { ...edit, why: given.why });
  const caseSlug = parseId(edit.from).caseSlug ?? "";
  await editLocked(database, caseSlug, async (transaction) => {
    if ((await findMade(transaction, sent)) !== null) return;
    await work(transaction);
    await appendAudit(transaction, { ...sent, ...entryOf(edit, given) });
  });
}

function entryOf({ action, from, to }: SameAsEdit, { by, why, now = () => new Date() }: EditContext) {
  const ends = action === "SAME_AS" ? { before: [], after: [to] } : { before: [to], after: [] };
  return {
    at: now().toISOString(),
    by,
    action,
    caseId: parseId(from).caseSlug ?? "",
    recordId: from,
    why,
    changes: JSON.stringify([{ field: "sameAs", ...ends }]),
  };
}

type ActorRow = ActorNames & Row & { readonly sameAs: readonly string[] };

async function findActors(
  database: Database,
  ids: readonly [string, string],
): Promise<readonly [string, string]> {
  const rows = await database.read<{ asked: string; id: string }>("curation/find-actors", { ids });
  const [from, to] = ids.map((asked) => {
    const row = rows.find((candidate) => candidate.asked === asked);
    if (row) return row.id;
    const message = `There is no actor "${asked}": give its id, case/slug; demarche search finds it.`;
    throw new DemarcheError("NOT_FOUND", message);
  });
  return [from ?? "", to ?? ""];
}

function ofOneCase(from: string, to: string): DemarcheError {
  return new DemarcheError(
    "BAD_INPUT",
    `${from} and ${to} are of one case: keep one actor in its folder, and give it both names.`,
  );
}
