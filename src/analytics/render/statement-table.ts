import { stringify } from "csv-stringify/sync";
import type { Ref } from "../refs.ts";
import type { StatementRef } from "../statement-ref.ts";

const slugs = (refs: readonly Ref[]) => refs.map((ref) => ref.slug).join("|");

/** The columns of a table of statements, in order. */
const COLUMNS: readonly (readonly [name: string, cell: (statement: StatementRef) => string | null])[] = [
  ["id", (statement) => statement.id],
  ["date", (statement) => statement.date],
  ["earliest", (statement) => statement.earliest],
  ["latest", (statement) => statement.latest],
  ["date_basis", (statement) => statement.dateBasis],
  ["actors", (statement) => slugs(statement.actors)],
  ["actor_names", (statement) => statement.actors.map((actor) => actor.name).join("|")],
  ["actor_basis", ({ actorBasis }) => actorBasis],
  ["act", (statement) => statement.act],
  ["polarity", (statement) => (statement.polarity === null ? null : String(statement.polarity))],
  ["status", (statement) => statement.status],
  ["target_kind", (statement) => statement.target.kind],
  ["target", (statement) => statement.target.slug],
  ["target_name", (statement) => statement.target.name],
  ["through", (statement) => slugs(statement.through)],
  ["on_behalf_of", (statement) => slugs(statement.onBehalfOf)],
  ["addressed_to", (statement) => slugs(statement.addressedTo)],
  ["against", (statement) => slugs(statement.against)],
  ["made_at", (statement) => statement.madeAt?.slug ?? null],
  ["made_at_one_of", (statement) => slugs(statement.madeAtOneOf)],
  ["conditional_on", (statement) => slugs(statement.conditionalOn)],
  ["in_response_to", (statement) => slugs(statement.inResponseTo)],
  ["asserted_by", (statement) => slugs(statement.assertedBy)],
  ["disputed_by", (statement) => slugs(statement.disputedBy)],
  ["quote", (statement) => statement.quote],
  ["locator", (statement) => statement.locator],
  ["cites", (statement) => sources(statement, "SENTENCE")],
  ["cites_paragraph", (statement) => sources(statement, "PARAGRAPH")],
  ["found_in", (statement) => statement.foundIn.map(({ source }) => source.slug).join("|")],
  ["note", (statement) => statement.note],
];

/** Writes statements as a CSV table with a header, one row each; lists within a cell are separated by `|`. */
export function renderStatementTable(statements: readonly StatementRef[]): string {
  const rows = statements.map((statement) => COLUMNS.map(([, cell]) => cell(statement) ?? ""));
  return stringify([COLUMNS.map(([name]) => name), ...rows], { record_delimiter: "\n" });
}

function sources(statement: StatementRef, scope: "SENTENCE" | "PARAGRAPH"): string {
  return statement.cites
    .filter((citation) => citation.scope === scope)
    .map(({ source }) => source.slug)
    .join("|");
}
