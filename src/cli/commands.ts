import { COMPARED_ANALYSES } from "../domain/compared-analyses.ts";
import { NODE_KINDS, ROLL_UPS, STATUSES } from "../domain/vocabulary.ts";
import { EXPORT_FORMATS } from "../exporters/formats.ts";
import { NETWORK_OPTIONS } from "../network/network-options.ts";
import type { ArgumentDefinition, CommandDefinition, OptionDefinition } from "./command.ts";
import { CLIENT_KEY_OPTION, EDIT_COMMANDS } from "./edit-commands.ts";
import { IMPORT_OPTIONS } from "./import-options.ts";

const caseOption: OptionDefinition = {
  flags: "--case <case>",
  description: "slug of the case; needed only where several are loaded",
};
const formatOption = (choices: readonly string[]): OptionDefinition => ({
  flags: "--format <format>",
  description: "how to print the result",
  choices,
});

/** The words that every analysis takes. */
const FILTER_OPTIONS: readonly OptionDefinition[] = [
  caseOption,
  { flags: "--from <date>", description: "first day, or an EDTF date such as 2022-03" },
  { flags: "--to <date>", description: "last day" },
  { flags: "--as-of <date>", description: "how things stood at the end of that day, month or year" },
  {
    flags: "--overlap <rule>",
    description: "INSIDE: wholly in the window; ANY: touches it",
    choices: ["INSIDE", "ANY"],
  },
  {
    flags: "--status <status>",
    description: "count only these; may be repeated",
    choices: STATUSES,
    isRepeatable: true,
  },
  {
    flags: "--without-source <source>",
    description: "leave a source out; may be repeated",
    isRepeatable: true,
  },
  {
    flags: "--citation-scope <scope>",
    description: "what a statement rests on",
    choices: ["SENTENCE", "PARAGRAPH"],
  },
  {
    flags: "--roll-up <kind>",
    description: "count persons as what they stood for on that date",
    choices: ROLL_UPS,
  },
  { flags: "--expand-coalitions", description: "count a coalition's statements for its members" },
  { flags: "--merge-same-as", description: "count actors linked as the same as one" },
  { flags: "--as-known-on <time>", description: "what the database held at that time" },
];

const PAGE_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--first <number>", description: "at most so many rows" },
  { flags: "--after <cursor>", description: "go on after the cursor of an earlier page" },
];

const STATEMENT_IDS_OPTION: OptionDefinition = {
  flags: "--statement-ids",
  description: "name the statements behind each edge (gexf, graphml, cyjs, json, dot, edges.csv, cypher)",
};

/** The most words of a closed set that a line of help spells out. */
const MOST_WORDS = 10;

/** The words of a network as options: one source for command, schema and addresses. */
const NETWORK_FLAGS: readonly OptionDefinition[] = [
  {
    flags: "--mode <mode>",
    description: "one-mode (alike nodes) or two-mode (actors and targets)",
    choices: ["one", "two"],
  },
  {
    flags: "--nodes <nodes>",
    description: "what the nodes of a one-mode network are",
    choices: ["actors", "targets"],
  },
  ...NETWORK_OPTIONS.map((option) => ({
    flags:
      option.type === "boolean"
        ? `--${kebabCase(option.name)}`
        : `--${kebabCase(option.name)} <${option.type}>`,
    description: describeOption(option),
  })),
];

function describeOption({ description, values }: (typeof NETWORK_OPTIONS)[number]): string {
  const said = description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, "");
  if (!values || values.length > MOST_WORDS) return said;
  return `${said} (${values.join(", ").toLowerCase()})`;
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const TABLE_FORMATS = ["table", "csv", "json"];

/** The questions of `compare-without-sources` by the names of their commands. */
const COMPARED_COMMANDS = COMPARED_ANALYSES.map((name) => name.toLowerCase().replaceAll("_", "-"));

const actorOption: OptionDefinition = {
  flags: "--actor <actor>",
  description: "only this actor; may be repeated",
  isRepeatable: true,
};
const throughProposalsOption: OptionDefinition = {
  flags: "--through-proposals",
  description: "also count support of a proposal for each of its demands",
};

const issueOption: OptionDefinition = {
  flags: "--issue <issue>",
  description: "only this issue and its parts; may be repeated",
  isRepeatable: true,
};
const caseArgument: ArgumentDefinition = {
  name: "case",
  description: "slug of the case; needed only where several are loaded",
  isOptional: true,
};

/** Every command of the program; help, completion and docs/commands.md are drawn from this table. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: "serve",
    summary: "start Demarche: database, cases, API, playground",
    description:
      "Starts the database where none is given, loads the first case (or the cases named) where it changed, and serves pages and API until it is stopped.",
    arguments: [
      {
        name: "folder",
        description: "case folders, or names of shipped cases, to load instead of the first case",
        isOptional: true,
        isVariadic: true,
      },
    ],
    options: [
      { flags: "--port <port>", description: "port to listen on; 0 takes any free one" },
      { flags: "--open", description: "open the page in a browser" },
      { flags: "--no-load", description: "serve what the database holds, load nothing" },
    ],
    examples: [
      { line: "demarche serve", says: "everything with its defaults" },
      { line: "demarche serve --port 0 --open", says: "any free port, and open the page" },
      { line: "demarche serve russia-ukraine nuclear", says: "both cases that ship with Demarche" },
      { line: "demarche serve my-case/", says: "serve your own case" },
    ],
    load: () => import("./commands/serve.ts"),
  },
  {
    name: "load",
    summary: "load a case folder into the database: all or nothing",
    arguments: [
      { name: "folder", description: "folder of a case (see seed/README.md), or the name of a shipped case" },
    ],
    options: [
      { flags: "--dry-run", description: "say what would change, and change nothing" },
      {
        flags: "--discard-edits",
        description: "let the folder win over edits made in the database; they stay as history",
      },
      {
        flags: "--bulk",
        description:
          "use Neo4j's own bulk importer, which fills an empty embedded database; a large folder does so by itself",
      },
    ],
    examples: [
      { line: "demarche load nuclear", says: "load, or bring up to date, a case that ships with Demarche" },
      { line: "demarche load my-case/ --dry-run", says: "see what would be added, changed and removed" },
      { line: "demarche load votes/ --bulk", says: "fill an empty database with millions of rows" },
    ],
    load: () => import("./commands/load.ts"),
  },
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
    name: "unload",
    summary: "delete one case from the database, and nothing else",
    arguments: [{ name: "case", description: "slug of the case" }],
    options: [],
    examples: [{ line: "demarche unload nuclear --yes", says: "without a question" }],
    load: () => import("./commands/unload.ts"),
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
  {
    name: "search",
    summary: "find things by words, in Latin or Cyrillic, typing errors forgiven",
    arguments: [{ name: "text", description: "words to look for", isVariadic: true }],
    options: [
      {
        flags: "--kind <kind>",
        description: "only this kind of thing; may be repeated",
        choices: NODE_KINDS,
        isRepeatable: true,
      },
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      { line: "demarche search crimea", says: "everything that names Crimea" },
      { line: "demarche search Путин", says: "names in any script" },
    ],
    load: () => import("./commands/search.ts"),
  },
  {
    name: "trace",
    summary: "tell the whole story of a demand, proposal, meeting, claim or actor, with sources",
    arguments: [{ name: "id", description: "id (case/slug) or slug" }],
    options: [...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(["tree", "markdown", "csv", "json"])],
    examples: [
      { line: "demarche trace zelensky-peace-formula", says: "a tree that reads like a report" },
      { line: "demarche trace putin --format markdown", says: "text with numbered footnotes" },
    ],
    load: () => import("./commands/trace.ts"),
  },
  {
    name: "positions",
    summary: "tell where each actor stands on each demand, as of a date",
    arguments: [caseArgument],
    options: [
      actorOption,
      issueOption,
      { flags: "--by <what>", description: "columns of the matrix", choices: ["DEMAND", "ISSUE"] },
      throughProposalsOption,
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      {
        line: "demarche positions russia-ukraine --as-of 2022-04",
        says: "the matrix at the end of April 2022",
      },
      {
        line: "demarche positions russia-ukraine --actor russia --issue crimea-status",
        says: "one actor on one issue",
      },
    ],
    load: () => import("./commands/positions.ts"),
  },
  {
    name: "position-history",
    summary: "tell how an actor's position on an issue moved, statement by statement",
    arguments: [
      { name: "actor", description: "id or slug of an actor" },
      { name: "issue", description: "id or slug of an issue" },
    ],
    options: [...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(TABLE_FORMATS)],
    examples: [
      { line: "demarche position-history russia crimea-status", says: "how Russia moved on Crimea" },
    ],
    load: () => import("./commands/position-history.ts"),
  },
  {
    name: "reversals",
    summary: "find who said the opposite of what they said before, with both statements",
    arguments: [caseArgument],
    options: [actorOption, issueOption, ...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(TABLE_FORMATS)],
    examples: [{ line: "demarche reversals russia-ukraine", says: "every reversal of the case" }],
    load: () => import("./commands/reversals.ts"),
  },
  {
    name: "bargaining-range",
    summary: "compare what each side asks on an issue: values and gaps, or the demands held",
    arguments: [{ name: "issue", description: "id or slug of an issue" }],
    options: [
      actorOption,
      throughProposalsOption,
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      {
        line: "demarche bargaining-range armed-forces-size",
        says: "values over time, and the gap between the sides",
      },
      {
        line: "demarche bargaining-range energy-attacks --through-proposals",
        says: "also what was promised or accepted as part of a proposal",
      },
    ],
    load: () => import("./commands/bargaining-range.ts"),
  },
  {
    name: "mediation-record",
    summary: "tell what each third party did: mediated, offered, hosted, gave the venue, proposed",
    arguments: [caseArgument],
    options: [actorOption, ...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(TABLE_FORMATS)],
    examples: [{ line: "demarche mediation-record russia-ukraine --actor turkey", says: "one third party" }],
    load: () => import("./commands/mediation-record.ts"),
  },
  {
    name: "disputes",
    summary: "list what is disputed: who asserts, who disputes, with whom the document sides",
    arguments: [caseArgument],
    options: [
      { flags: "--all", description: "also claims that nobody disputes" },
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      { line: "demarche disputes russia-ukraine", says: "claims and statements that somebody disputes" },
    ],
    load: () => import("./commands/disputes.ts"),
  },
  {
    name: "source-dependence",
    summary: "tell which findings rest on which works and publishers, and what falls without each",
    arguments: [caseArgument],
    options: [...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(TABLE_FORMATS)],
    examples: [
      {
        line: "demarche source-dependence russia-ukraine",
        says: "by publisher, language and kind; cited but not listed",
      },
    ],
    load: () => import("./commands/source-dependence.ts"),
  },
  {
    name: "compare-without-sources",
    summary: "answer a question twice, with and without some sources, and say what changes",
    arguments: [
      {
        name: "analysis",
        description: `which question: ${COMPARED_COMMANDS.join(", ")}`,
      },
      caseArgument,
    ],
    options: [
      {
        flags: "--source <source>",
        description: "a source to leave out; may be repeated",
        isRepeatable: true,
      },
      {
        flags: "--about <id>",
        description:
          "what is traced, whose history on which issue, which issue's range, between which two paths lead; may be repeated",
        isRepeatable: true,
      },
      { flags: "--text <words>", description: "the words of a search" },
      { flags: "--network <name>", description: "which network" },
      { flags: "--aggregation <rule>", description: "how statements become weights in a network" },
      actorOption,
      issueOption,
      throughProposalsOption,
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      {
        line: "demarche compare-without-sources positions russia-ukraine --source lenta-ru-2022",
        says: "which positions change without one source",
      },
      {
        line: "demarche compare-without-sources network russia-ukraine --source cnn-2022 --network acts",
        says: "which edges a network loses",
      },
    ],
    load: () => import("./commands/compare-without-sources.ts"),
  },
  {
    name: "timeline",
    summary: "list statements, meetings, proposals and events in order of time",
    arguments: [caseArgument],
    options: [
      {
        flags: "--kind <kind>",
        description: "only this kind; may be repeated",
        choices: ["Statement", "Meeting", "Event", "Proposal"],
        isRepeatable: true,
      },
      actorOption,
      ...FILTER_OPTIONS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      {
        line: "demarche timeline russia-ukraine --from 2022-03 --to 2022-03 --kind Meeting",
        says: "the meetings of March 2022",
      },
    ],
    load: () => import("./commands/timeline.ts"),
  },
  {
    name: "paths",
    summary: "find the shortest chains of statements between two things",
    arguments: [
      { name: "source", description: "id or slug" },
      { name: "target", description: "id or slug" },
    ],
    options: [...FILTER_OPTIONS, ...PAGE_OPTIONS, formatOption(TABLE_FORMATS)],
    examples: [
      { line: "demarche paths turkey united-states", says: "through which statements they are linked" },
    ],
    load: () => import("./commands/paths.ts"),
  },
  {
    name: "network",
    summary: "compute a network: who agrees with whom, who said what, who met; each edge with its statements",
    description:
      "Prints the heaviest edges, or with --format writes a file that Gephi, networkx, igraph, Cytoscape and others open. docs/methods.md defines every word.",
    arguments: [caseArgument],
    options: [
      caseOption,
      ...NETWORK_FLAGS,
      { flags: "--first <number>", description: "how many edges to print; 30 where not given" },
      {
        flags: "--format <format>",
        description: "write the network",
        choices: EXPORT_FORMATS.map(({ name }) => name),
      },
      { flags: "--out <file>", description: "file to write; else standard output" },
      STATEMENT_IDS_OPTION,
    ],
    examples: [
      {
        line: "demarche network russia-ukraine --roll-up state",
        says: "which states take the same side of the same demands",
      },
      {
        line: "demarche network russia-ukraine --network acts --format gexf --out acts.gexf",
        says: "acts as they are, for Gephi",
      },
      {
        line: "demarche network nuclear --measures polarisation,communities --slices month",
        says: "how two-camped a debate is, month by month",
      },
    ],
    load: () => import("./commands/network.ts"),
  },
  {
    name: "edge",
    summary: "open an edge of a network into the statements that make up its weight",
    description:
      "Takes the words of `demarche network`; what each pair of statements adds sums up to the weight. Where there is no such edge it says why, and exits 0 as for any empty answer.",
    arguments: [
      { name: "source", description: "id or slug of one end; the first, where the network is directed" },
      { name: "target", description: "id or slug of the other end" },
    ],
    options: [
      caseOption,
      { flags: "--kind <kind>", description: "which edge, where several join the two, such as an act" },
      ...NETWORK_FLAGS,
      ...PAGE_OPTIONS,
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      {
        line: "demarche edge russia-ukraine/russia russia-ukraine/ukraine --aggregation conflict --roll-up state",
        says: "on what the two took opposite sides, and according to whom",
      },
    ],
    load: () => import("./commands/edge.ts"),
  },
  {
    name: "cases",
    summary: "list the cases that are loaded",
    arguments: [],
    options: [],
    examples: [{ line: "demarche cases", says: "slug, title, dates and counts" }],
    load: () => import("./commands/cases.ts"),
  },
  {
    name: "doctor",
    summary: "prove that the database keeps its promises",
    description: "Checks every invariant of the data model on the whole database, and lists the cases.",
    arguments: [],
    options: [],
    examples: [{ line: "demarche doctor", says: "one line an invariant; exit code 1 where one is broken" }],
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "export",
    summary: "write a case out: as a folder, a table of statements, JSON lines, or its network of acts",
    description:
      "`datapackage` writes a folder that loads to the same graph, history included; `statements.csv` and `jsonl` go to standard output or to the file of --out. The other formats write the network of acts as they are; `demarche network` has more networks.",
    arguments: [{ name: "case", description: "slug of the case" }],
    options: [
      {
        flags: "--format <format>",
        description: "what to write",
        choices: [
          ...new Set(["datapackage", "statements.csv", "jsonl", ...EXPORT_FORMATS.map(({ name }) => name)]),
        ],
        default: "datapackage",
      },
      { flags: "--out <path>", description: "folder or file to write" },
      { flags: "--overwrite", description: "write into a folder that is not empty" },
    ],
    examples: [
      { line: "demarche export russia-ukraine --out copy/", says: "a folder that loads to the same graph" },
      {
        line: "demarche export russia-ukraine --format statements.csv > statements.csv",
        says: "the statements, for a spreadsheet",
      },
    ],
    load: () => import("./commands/export.ts"),
  },
  {
    name: "publish",
    summary: "write a case as a folder that any browser shows, without a server",
    description:
      "The explorer with its data as static files: open its index.html from a disk, or put the folder on any web server. It is read-only. Networks are computed in the browser, with every filter; the other views show what they show unfiltered, and say so where more needs the server.",
    arguments: [{ name: "case", description: "slug of the case" }],
    options: [
      { flags: "--out <folder>", description: "folder to make" },
      { flags: "--overwrite", description: "replace an earlier publication in that folder" },
    ],
    examples: [{ line: "demarche publish russia-ukraine --out site/", says: "a folder to hand to readers" }],
    load: () => import("./commands/publish.ts"),
  },
  {
    name: "diff",
    summary: "say exactly how two cases differ: table, row, column, before, after",
    description: "Exit code 0 where they are the same, 1 where they differ.",
    arguments: [
      { name: "before", description: "folder of a case, or slug of one in the database" },
      { name: "after", description: "the same, to compare with" },
    ],
    options: [formatOption(TABLE_FORMATS)],
    examples: [
      { line: "demarche diff my-case/ my-case", says: "what the folder and the database differ in" },
      { line: "demarche diff coder-a/ coder-b/ --format csv", says: "two folders, for a spreadsheet" },
    ],
    load: () => import("./commands/diff.ts"),
  },
  {
    name: "dump",
    summary: "write the whole database into one compressed, checksummed file",
    arguments: [],
    options: [{ flags: "--out <file>", description: "file to write, such as demarche.jsonl.gz" }],
    examples: [{ line: "demarche dump --out demarche.jsonl.gz", says: "every case, history included" }],
    load: () => import("./commands/dump.ts"),
  },
  {
    name: "restore",
    summary: "make the database hold what a dump holds",
    description:
      "Checks the whole file first; a dump that was cut short or altered is refused before anything is touched. Cases take their places one by one, each all or nothing, and the doctor looks at the result.",
    arguments: [{ name: "file", description: "file that `demarche dump` wrote" }],
    options: [{ flags: "--replace", description: "replace what the database holds, without a question" }],
    examples: [
      { line: "demarche restore demarche.jsonl.gz", says: "into an empty database" },
      { line: "demarche restore demarche.jsonl.gz --replace", says: "in the place of what is there" },
    ],
    load: () => import("./commands/restore.ts"),
  },
  {
    name: "agreement",
    summary: "measure how far two coders of one document agree, and show where they do not",
    description:
      "Krippendorff's alpha and Cohen's kappa on actors, act, target and status; `--format csv` gives the disagreements.",
    arguments: [
      { name: "left", description: "folder of one coder" },
      { name: "right", description: "folder of the other" },
    ],
    options: [formatOption(TABLE_FORMATS)],
    examples: [
      { line: "demarche agreement coder-a/ coder-b/", says: "numbers, and the disagreements side by side" },
    ],
    load: () => import("./commands/agreement.ts"),
  },
  {
    name: "same-as",
    summary: "suggest, link or unlink actors of different cases that are the same",
    description:
      "`same-as suggest` lists candidates with score and reason and writes nothing; `same-as A B --why …` links two, which outlives loads; `--undo` takes a link back.",
    arguments: [
      { name: "actor", description: "`suggest`, or the id of an actor" },
      { name: "other", description: "id of the other actor", isOptional: true },
    ],
    options: [
      { flags: "--case <case>", description: "suggest: only pairs with an actor of this case" },
      { flags: "--least <score>", description: "suggest: least score, 0 to 1", default: "0.6" },
      { flags: "--why <reason>", description: "what the link rests on" },
      { flags: "--by <name>", description: "who says so (default: DEMARCHE_EDITOR)" },
      CLIENT_KEY_OPTION,
      { flags: "--undo", description: "take the link back" },
      formatOption(TABLE_FORMATS),
    ],
    examples: [
      { line: "demarche same-as suggest --least 0.8", says: "likely doubles, best first" },
      {
        line: 'demarche same-as russia-ukraine/turkey grain-deal/turkiye --why "the same state"',
        says: "link two; analyses count them as one with --merge-same-as",
      },
    ],
    load: () => import("./commands/same-as.ts"),
  },
  ...EDIT_COMMANDS,
  {
    name: "import",
    summary: "turn data of another format into a case folder",
    description:
      "Writes a folder that `demarche validate` passes and `demarche load` takes, and reports what was left out and why.",
    arguments: [
      { name: "format", description: "csv, dna, unvotes, paax, mediation, gdelt or plover" },
      {
        name: "input",
        description: "files or folders, gzipped or not; - for standard input",
        isVariadic: true,
      },
    ],
    options: [
      { flags: "--case <case>", description: "slug of the case to make" },
      { flags: "--out <folder>", description: "folder to make" },
      { flags: "--overwrite", description: "replace the folder if it is there" },
      ...IMPORT_OPTIONS,
    ],
    examples: [
      {
        line: "demarche import csv speeches.csv --case debate --out debate/ --map actor=Speaker,target=Issue,date=Day",
        says: "any table",
      },
      {
        line: "demarche import dna debate.dna --case debate --out debate/",
        says: "a Discourse Network Analyzer 3 database",
      },
    ],
    load: () => import("./commands/import.ts"),
  },
];
