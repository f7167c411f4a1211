import { nameEvidence, writeSentence, writeWhen } from "../analytics/render/sentence.ts";
import type { StatementRef } from "../analytics/statement-ref.ts";
import type { Column } from "./table.ts";

/** The columns that show a statement: when, the sentence, the quote, what it cites, what one must know of it. */
export const STATEMENT_COLUMNS: readonly Column<StatementRef>[] = [
  { title: "when", value: writeWhen, share: 0.14 },
  { title: "statement", value: (statement) => writeSentence(statement, null), share: 0.36 },
  { title: "quote", value: ({ quote }) => quote, share: 0.26 },
  { title: "sources", value: nameEvidence, share: 0.2 },
];

/** Shows statements in one cell: a line each, date and sentence. */
export function listStatements(statements: readonly StatementRef[]): string {
  return statements
    .map((statement) => `${writeWhen(statement)}: ${writeSentence(statement, null)}`)
    .join("\n");
}

/** Lists the ids of things in one cell. */
export function listIds(things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join("|");
}

/** Names things in one cell. */
export function listNames(refs: readonly { readonly name: string }[]): string {
  return refs.map(({ name }) => name).join(", ");
}
