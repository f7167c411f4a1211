import type { Database } from "../database/database.ts";
import type { IssueRef } from "./case-demands.ts";
import type { Ref } from "./refs.ts";

/** Fetches an issue's unit, or that of the first narrower issue that has one. */
export async function fetchIssue(database: Database, issue: Ref): Promise<IssueRef> {
  const [row] = await database.read<{ unit: string | null }>("analytics/issue", { id: issue.id });
  return { ...issue, unit: row?.unit ?? null };
}
