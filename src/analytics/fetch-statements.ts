import type { Database } from "../database/database.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/** Which statements of a case are asked for. */
export interface StatementScope {
  /** Only those about things of these kinds; absent: all. */
  readonly kinds?: readonly NodeKind[];
  /** Only those about these things, ids; absent: all. */
  readonly targets?: readonly string[] | null;
}

/**
 * Fetches the statements of a case with all that stands around them, in one streamed query, in no order.
 *
 * For a look back retracted ones come too, for the caller to sort out.
 */
export async function fetchStatements(
  database: Database,
  { case: caseSlug, asKnownOn }: Pick<StatementFilter, "case" | "asKnownOn">,
  scope: StatementScope = {},
): Promise<StatementRef[]> {
  const { targets = null } = scope;
  const kinds = (scope.kinds ?? []).flatMap((kind) => [kind, `Retired${kind}`]);
  const rows =
    targets === null
      ? database.stream<StatementRow>("analytics/statements-of-case", { case: caseSlug, kinds, asKnownOn })
      : database.stream<StatementRow>("analytics/statements-on-targets", { targets, asKnownOn });
  const statements: StatementRef[] = [];
  for await (const row of rows) statements.push(makeStatementRef(row));
  return statements;
}
