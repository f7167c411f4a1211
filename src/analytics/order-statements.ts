import { ACT_NAMES } from "../domain/acts.ts";
import { orderInTime } from "./order-in-time.ts";
import type { StatementRef } from "./statement-ref.ts";

/**
 * Puts statements in order of time, undated last; what answers another one comes after it.
 *
 * Between statements of the same days the table of acts decides, which begins with proposing: then the id.
 */
export function orderStatements<T extends StatementRef>(statements: readonly T[]): T[] {
  const timed = statements.map((statement) => ({
    id: statement.id,
    earliest: statement.earliest,
    latest: statement.latest,
    after: [...statement.after, ...statement.inResponseTo.filter(({ isAlternative }) => !isAlternative)],
    before: statement.before,
    statement,
  }));
  return orderInTime(timed, ({ statement }) => rankOfAct(statement)).map(({ statement }) => statement);
}

/** The place of a statement's act in the table of acts. */
export function rankOfAct(statement: StatementRef): number {
  return ACT_NAMES.indexOf(statement.act);
}
