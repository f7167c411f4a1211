import type { Database } from "../database/database.ts";
import { hideInstead } from "./staged-load.ts";
import { unknownCase } from "./unknown-case.ts";

/** What was removed. */
export interface UnloadReport {
  readonly caseSlug: string;
  readonly recordCount: number;
}

export interface UnloadOptions {
  /** Who deletes, for the audit log. */
  readonly by?: string;
  /** The clock. */
  readonly now?: () => Date;
}

/**
 * Deletes a case with what was edited in it, and nothing else. What other cases say of its actors (`SAME_AS`) is kept and linked again when the case
 * is loaded again.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE`, or `CONFLICT` while a large load goes on.
 */
export async function unloadCase(
  database: Database,
  caseSlug: string,
  { by, now = () => new Date() }: UnloadOptions = {},
): Promise<UnloadReport> {
  const [stored] = await database.read<{ recordCount: number }>("load/read-case", { case: caseSlug });
  if (!stored) throw await unknownCase((query) => database.read(query), caseSlug);
  const audit = { by: by ?? null, action: "UNLOAD", at: now().toISOString() } as const;
  await hideInstead(database, { caseSlug, nodeCount: stored.recordCount, audit });
  return { caseSlug, recordCount: stored.recordCount };
}
