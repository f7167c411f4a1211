import type { Plan, Session, Transaction as UserTransaction } from "neo4j-driver";
import { DemarcheError } from "../domain/errors.ts";
import type { Parameters, Row } from "./database.ts";
import { isNeo4jError } from "./database-errors.ts";
import { toNeo4jParameters, toRow } from "./row-values.ts";

/** What a user's own Cypher gave: the columns in order, and the rows, nodes as `{labels, properties}`. */
export interface UserAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** What Neo4j calls a query that only reads. */
const READ_ONLY = "r";

const EXPLAIN = "EXPLAIN ";

interface UserQuery {
  readonly text: string;
  readonly parameters: Parameters;
  readonly config: { readonly timeout?: number };
}

/**
 * Runs a user's own Cypher, if it only reads.
 *
 * Three gates: Neo4j plans it first and says what kind of query it is; it then runs in a transaction of access mode READ,
 * which Neo4j itself holds to; and that transaction is always rolled back.
 */
export async function runUserCypher(session: Session, query: UserQuery): Promise<UserAnswer> {
  const transaction = await session.beginTransaction(query.config);
  try {
    await rejectWrites(transaction, query);
    const result = transaction.run(query.text, toNeo4jParameters(query.parameters));
    const columns = await result.keys();
    const { records } = await result;
    return { columns, rows: records.map((record) => toRow(record, "LABELLED")) };
  } catch (error) {
    throw describeFault(error);
  } finally {
    await transaction.rollback().catch(() => undefined);
  }
}

async function rejectWrites(transaction: UserTransaction, query: UserQuery): Promise<void> {
  const { summary } = await transaction.run(`${EXPLAIN}${query.text}`, toNeo4jParameters(query.parameters));
  if (summary.queryType !== READ_ONLY || (summary.plan !== false && endsOthersWork(summary.plan)))
    throw notReadOnly();
}

/** Neo4j counts ending other people's transactions as reading. */
function endsOthersWork(plan: Plan): boolean {
  return plan.operatorType.startsWith("TerminateTransactions") || plan.children.some(endsOthersWork);
}

/** Neo4j's words are shown, as they quote nothing but what the user has just typed; only their first line says more. */
function describeFault(error: unknown): unknown {
  if (!isNeo4jError(error)) return error;
  if (/AccessMode|Forbidden|ForbiddenOnReadOnly|Security/.test(error.code)) return notReadOnly(error);
  if (!/^Neo\.ClientError\.(Statement|Procedure)\./.test(error.code)) return error;
  const message = `Neo4j does not take this Cypher: ${describePlace(error.message)}`;
  return new DemarcheError("BAD_INPUT", message, { cause: error });
}

/** The first line says it all; its place counts the `EXPLAIN ` that the user did not type. */
function describePlace(message: string): string {
  const [firstLine = ""] = message.split("\n");
  return firstLine
    .replace(/\s*\(offset: \d+\)/, "")
    .replace(
      /line 1, column (\d+)/,
      (_, column) => `line 1, column ${Math.max(1, Number(column) - EXPLAIN.length)}`,
    )
    .trim();
}

function notReadOnly(cause?: unknown): DemarcheError {
  const message =
    "This Cypher would change the database or its settings; only reading is allowed here. Edit through `demarche load` or the API.";
  return new DemarcheError("FORBIDDEN", message, { cause });
}
