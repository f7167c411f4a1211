import type { CommandDefinition } from "./command.ts";

/** Every command of the program; help, completion and docs/commands.md are drawn from this table. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: "validate",
    summary: "list every problem of a case folder, with file, line, column and what to do",
    arguments: [{ name: "folder", description: "folder of a case" }],
    options: [
      {
        flags: "--document <source=file>",
        description: "hold the quotes against the text of a document; may be repeated",
        isRepeatable: true,
      },
    ],
    examples: [
      { line: "demarche validate my-case/", says: "all problems at once" },
      {
        line: "demarche validate my-case/ --document report-2025=report.txt",
        says: "also check that every quote stands in the text",
      },
    ],
    load: () => import("./commands/validate.ts"),
  },
  {
    name: "query",
    summary: "run a GraphQL query",
    arguments: [
      {
        name: "query",
        description: "the query, a file that holds it, or - for standard input",
        isOptional: true,
      },
    ],
    options: [{ flags: "--variables <json>", description: "values of its variables" }],
    examples: [
      { line: "demarche query '{ cases { slug title } }'", says: "a query as an argument" },
      {
        line: 'demarche query query.graphql --variables \'{"id": "putin"}\'',
        says: "from a file, with variables",
      },
    ],
    load: () => import("./commands/query.ts"),
  },
  {
    name: "cypher",
    summary: "run a Cypher query that only reads",
    arguments: [{ name: "query", description: "the query, or - for standard input", isOptional: true }],
    options: [{ flags: "--params <json>", description: "values of its parameters" }],
    examples: [
      {
        line: "demarche cypher 'MATCH (a:Actor)-[r:REJECTED]->(p:Proposal) RETURN a.name, p.title'",
        says: "a table of rejections",
      },
    ],
    load: () => import("./commands/cypher.ts"),
  },
  {
    name: "connect",
    summary: "print how other programs reach the running database",
    arguments: [],
    options: [],
    examples: [
      {
        line: "demarche connect",
        says: "address, user, password file, and a line for Python and cypher-shell",
      },
    ],
    load: () => import("./commands/connect.ts"),
  },
];
