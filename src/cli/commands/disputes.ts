import { type DisputedClaim, type DisputedStatement, disputes } from "../../analytics/disputes.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listNames, listStatements } from "../statement-columns.ts";
import type { Column } from "../table.ts";

const CLAIMS: readonly Column<DisputedClaim>[] = [
  { title: "claim", value: ({ claim }) => claim.name, share: 0.34 },
  { title: "asserted by", value: ({ assertedBy }) => listNames(assertedBy), share: 0.18 },
  { title: "disputed by", value: ({ disputedBy }) => listNames(disputedBy), share: 0.18 },
  { title: "the document sides with", value: ({ sidesWith }) => sidesWith.toLowerCase() },
];

const STATEMENTS: readonly Column<DisputedStatement>[] = [
  { title: "statement", value: ({ statement }) => listStatements([statement]), share: 0.5 },
  { title: "asserted by", value: ({ assertedBy }) => listNames(assertedBy), share: 0.2 },
  { title: "disputed by", value: ({ disputedBy }) => listNames(disputedBy), share: 0.2 },
];

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
