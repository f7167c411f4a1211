import type { Database } from "../database/database.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { keepWhileUnchanged } from "./keep-while-unchanged.ts";
import type { CaseSelection } from "./selection.ts";
import { makeStatementRef, type StatementRef, type StatementRow } from "./statement-ref.ts";

/**
 * Fetches the statements of a case about things of some kinds, or all, with all that stands around them, in no order.
 *
 * For a look back retracted ones come too, for the caller to sort out.
 *
 * @param kinds - None: all statements.
 */
export async function fetchStatements(
  database: Database,
  selection: CaseSelection,
  kinds: readonly NodeKind[] = [],
): Promise<readonly StatementRef[]> {
  const { case: caseSlug, asKnownOn } = selection.filter;
  const labels = kinds.flatMap((kind) => [kind, `Retired${kind}`]);
  return await keepWhileUnchanged(database, selection, `statements on ${kinds.join(" ")}`, () =>
    collect(database, "statements-of-case", { case: caseSlug, kinds: labels, asKnownOn }),
  );
}

/** Fetches the statements about given things, ids, in the same way. */
export async function fetchStatementsOn(
  database: Database,
  targets: readonly string[],
  { asKnownOn }: Pick<StatementFilter, "asKnownOn">,
): Promise<readonly StatementRef[]> {
  return await collect(database, "statements-on-targets", { targets, asKnownOn });
}

/** Fetches the statements that answer some of a case. */
export async function fetchReplies(
  database: Database,
  selection: CaseSelection,
  answered: readonly StatementRef[],
): Promise<readonly StatementRef[]> {
  const statements = answered.map(({ id }) => id).sort();
  const { asKnownOn } = selection.filter;
  return await keepWhileUnchanged(database, selection, `replies to ${statements.join(" ")}`, async () => {
    const replies = await database.read<{ id: string }>("analytics/replies", { statements, asKnownOn });
    return await collect(database, "statements-by-id", { ids: replies.map(({ id }) => id) });
  });
}

async function collect(
  database: Database,
  query: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<StatementRef[]> {
  const statements: StatementRef[] = [];
  for await (const row of database.stream<StatementRow>(`analytics/${query}`, parameters)) {
    statements.push(makeStatementRef(row));
  }
  return statements;
}
