import type { Database } from "../database/database.ts";
import type { IssueRef } from "./case-demands.ts";
import { makeRef } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";

/**
 * Fetches an issue with its unit, or that of the first wider issue that has one.
 *
 * @throws DemarcheError NOT_FOUND with suggestions.
 */
export async function fetchIssue(database: Database, caseSlug: string, text: string): Promise<IssueRef> {
  const [issue] = await resolveIds(database, caseSlug, [text], ["Issue"]);
  if (!issue) throw new Error("resolved to nothing");
  const [row] = await database.read<{ name: string; unit: string | null }>("analytics/issue", {
    id: issue.id,
  });
  return { ...makeRef(issue.id, ["Issue"], issue.name), unit: row?.unit ?? null };
}
