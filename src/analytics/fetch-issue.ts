import type { Database } from "../database/database.ts";
import type { IssueRef } from "./case-demands.ts";
import type { Ref } from "./refs.ts";

/** Fetches an issue's own unit: the numbers of narrower issues are not of one kind. */
export async function fetchIssue(database: Database, issue: Ref): Promise<IssueRef> {
  const [row] = await database.read<{ unit: string | null }>("analytics/issue", { id: issue.id });
  return { ...issue, unit: row?.unit ?? null };
}
