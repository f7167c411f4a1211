import type { Database } from "../database/database.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/** Which statements of a case are asked for. */
export interface StatementScope {
  /** ISO time, null: now. */
  readonly asKnownOn: string | null;
  /** Only those about things of these kinds; absent: all. */
  readonly kinds?: readonly NodeKind[];
  /** Only those about these things, ids; absent: all. */
  readonly targets?: readonly string[] | null;
}

/** Fetches the statements of a case with all that stands around them, in one streamed query, in no order. */
export async function fetchStatements(
  database: Database,
  caseSlug: string,
  scope: StatementScope,
): Promise<StatementRef[]> {
  const { asKnownOn, kinds = [], targets = null } = scope;
  const rows =
    targets === null
      ? database.stream<StatementRow>("analytics/statements-of-case", { case: caseSlug, kinds, asKnownOn })
      : database.stream<StatementRow>("analytics/statements-on-targets", { targets, asKnownOn });
  const statements: StatementRef[] = [];
  for await (const row of rows) statements.push(makeStatementRef(row));
  return statements;
}
