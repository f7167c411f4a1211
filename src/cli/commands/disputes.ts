import { type DisputedClaim, type DisputedStatement, disputes } from "../../analytics/disputes.ts";
import type { Ref } from "../../analytics/refs.ts";
import { nameEvidence } from "../../analytics/render/sentence.ts";
import type { StatementRef } from "../../analytics/statement-ref.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listNames, listStatements } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const CLAIMS: readonly Column<DisputedClaim>[] = [
  { title: "claim", value: ({ claim }) => claim.name, share: 0.25 },
  {
    title: "asserted by",
    value: ({ assertedBy, assertions }) => nameSide(assertedBy, assertions),
    share: 0.14,
  },
  { title: "disputed by", value: ({ disputedBy, denials }) => nameSide(disputedBy, denials), share: 0.14 },
  {
    title: "contradicts",
    value: ({ claim }) => claim.contradicts.map(({ name }) => name).join("\n"),
    share: 0.18,
  },
  { title: "document sides with", value: ({ sidesWith }) => sidesWith.toLowerCase(), share: 0.1 },
  {
    title: "sources",
    value: ({ assertions, denials }) => listEvidence([...assertions, ...denials]),
    share: 0.14,
  },
  forTools("id", ({ id }) => id),
];

const STATEMENTS: readonly Column<DisputedStatement>[] = [
  { title: "statement", value: ({ statement }) => listStatements([statement]), share: 0.4 },
  { title: "status", value: ({ statement }) => statement.status.toLowerCase() },
  { title: "asserted by", value: ({ assertedBy }) => listNames(assertedBy), share: 0.15 },
  { title: "disputed by", value: ({ disputedBy }) => listNames(disputedBy), share: 0.15 },
  { title: "sources", value: ({ statement }) => nameEvidence(statement), share: 0.15 },
  forTools("id", ({ id }) => id),
];

/** Names who is on one side of a claim, also where the source says only that somebody is. */
function nameSide(actors: readonly Ref[], statements: readonly StatementRef[]): string {
  const isUnnamed = statements.some((statement) => statement.actors.length === 0);
  return [...actors.map(({ name }) => name), ...(isUnnamed ? ["somebody not named"] : [])].join(", ");
}

function listEvidence(statements: readonly StatementRef[]): string {
  return [...new Set(statements.map(nameEvidence))].join("\n");
}

/** Prints the claims and statements that somebody disputes. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    disputes(database, {
      case: await chooseCase(database, word, options),
      all: options.all as boolean | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: ({ claims, statements }) => [
    tableOf("Claims", CLAIMS, claims),
    tableOf("Statements", STATEMENTS, statements),
  ],
});
