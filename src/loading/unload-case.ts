import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { hideInstead } from "./staged-load.ts";

/** What was removed. */
export interface UnloadReport {
  readonly caseSlug: string;
  readonly recordCount: number;
}

/**
 * Deletes a case and nothing else. What other cases say of its actors (`SAME_AS`) is kept and linked again when the case
 * is loaded again.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE`, or `CONFLICT` while a large load goes on.
 */
export async function unloadCase(database: Database, caseSlug: string): Promise<UnloadReport> {
  const [stored] = await database.read<{ recordCount: number }>("load/read-case", { case: caseSlug });
  if (!stored) throw await unknownCase(database, caseSlug);
  await hideInstead(database, caseSlug, stored.recordCount);
  return { caseSlug, recordCount: stored.recordCount };
}

async function unknownCase(database: Database, caseSlug: string): Promise<DemarcheError> {
  const cases = await database.read<{ slug: string }>("load/list-cases");
  const known =
    cases.length === 0 ? "No case is loaded." : `Loaded are ${cases.map(({ slug }) => slug).join(", ")}.`;
  return new DemarcheError("UNKNOWN_CASE", `There is no case "${caseSlug}". ${known}`);
}
