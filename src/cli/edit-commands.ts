import {
  type EditableTable,
  editableColumns,
  kindOfTable,
  RECORD_TABLES,
} from "../curation/editable-tables.ts";
import type { ColumnDefinition } from "../domain/tables.ts";
import type { CommandDefinition, OptionDefinition } from "./command.ts";

/** Every command that edits takes it. */
export const CLIENT_KEY_OPTION: OptionDefinition = {
  flags: "--client-key <key>",
  description: "a name for this edit: sent again, it is made once",
};
const CONTEXT_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--why <reason>", description: "why; it stands in the history" },
  { flags: "--by <name>", description: "who edits (default: DEMARCHE_EDITOR)" },
  CLIENT_KEY_OPTION,
];
const SEEN_OPTION: OptionDefinition = {
  flags: "--seen <version>",
  description: "the version that you saw; `demarche history` shows it",
};
const FIELDS_OPTION: OptionDefinition = {
  flags: "--fields <json>",
  description: "fields as a JSON object, a file that holds one, or - for standard input",
};
const CLEAR_OPTION: OptionDefinition = {
  flags: "--clear <field>",
  description: "empty a field; may be repeated",
  isRepeatable: true,
};
const CASE_OPTION: OptionDefinition = {
  flags: "--case <case>",
  description: "slug of the case; needed only where several are loaded",
};

type RecordTable = (typeof RECORD_TABLES)[number];

/** What an editor of the example case types, for the help of each table: a new row, and the field that a change is about. */
const EXAMPLES: Readonly<Record<RecordTable, { readonly made: string; readonly changed: string }>> = {
  actors: {
    made: 'harbour-union --name "Harbour Union" --kind ORGANIZATION --case-role MENTIONED',
    changed: 'mara-voss --aliases "M. Voss"',
  },
  issues: { made: 'fishing-quota --name "Fishing quota" --unit tons', changed: "fishing-zone --unit miles" },
  demands: {
    made: 'zone-30 --text "A zone of 30 miles" --issue fishing-zone --value 30 --bound EXACT',
    changed: "zone-20 --bound AT_MOST",
  },
  proposals: {
    made: 'southland-plan --title "Southland plan" --kind PLAN --state ANNOUNCED --date 2021-06',
    changed: "eastmark-plan --state PRESENTED",
  },
  meetings: {
    made: 'third-round --name "Third round" --kind ROUND --round 3 --date 2021-06',
    changed: "second-round --outcome-kind PARTIAL",
  },
  events: {
    made: 'harbour-strike --name "Strike in the harbour" --date 2021-04~ --date-basis STATED',
    changed: "gull-island-shots --date 2021-04",
  },
  claims: {
    made: 'zone-was-crossed --text "Boats crossed the zone" --about fishing-zone',
    changed: 'northland-broke-accord --text "Northland broke the accord"',
  },
  sources: {
    made: 'gazette-2022 --publisher "Lake Gazette" --date 2022-01-04 --language en',
    changed: "gazette-2021 --language en",
  },
};

/** The commands that edit one row: `record-statement`, `create-actor` and so on, one for each mutation of the API. */
export const EDIT_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "record-statement",
    summary: "record who did or said what about what, according to which source",
    arguments: [],
    options: [
      CASE_OPTION,
      { flags: "--slug <slug>", description: "its name; made of actor, act and target where not given" },
      ...fieldOptions("statements"),
      FIELDS_OPTION,
      ...CONTEXT_OPTIONS,
    ],
    examples: [
      {
        line: "demarche record-statement --actors turkey --act WELCOMED --target istanbul-communique --status REPORTED --found-in khar-center-2025",
        says: "checked by the rules of `demarche validate`",
      },
      { line: "demarche record-statement --fields statement.json", says: "fields from a file" },
    ],
    load: loader("RECORD", "statements"),
  },
  {
    name: "correct-statement",
    summary: "correct a statement; what stood stays as a retracted version",
    arguments: [{ name: "id", description: "id or slug" }],
    options: [SEEN_OPTION, ...fieldOptions("statements"), CLEAR_OPTION, FIELDS_OPTION, ...CONTEXT_OPTIONS],
    examples: [
      {
        line: 'demarche correct-statement lake-talks/s-05 --seen 3f2a91c07be4d518 --act CRITICISED --why "no word of refusal"',
        says: "refused where somebody else changed it since",
      },
    ],
    load: loader("CORRECT", "statements"),
  },
  {
    name: "retract-statement",
    summary: "take a statement back; it stays, and no analysis counts it any more",
    arguments: [{ name: "id", description: "id or slug" }],
    options: [SEEN_OPTION, ...CONTEXT_OPTIONS],
    examples: [
      {
        line: 'demarche retract-statement lake-talks/s-05 --seen 3f2a91c07be4d518 --why "coded twice"',
        says: "it still answers for the time when it stood (--as-known-on)",
      },
    ],
    load: loader("RETRACT", "statements"),
  },
  ...RECORD_TABLES.flatMap(recordCommands),
  {
    name: "history",
    summary: "tell what became of a statement or record: versions, who, when, why, what changed",
    arguments: [{ name: "id", description: "id or slug" }],
    options: [],
    examples: [{ line: "demarche history russia-ukraine/russia", says: "newest version first" }],
    load: () => import("./commands/history.ts"),
  },
  {
    name: "audit-log",
    summary: "list what changed data: who, when, what and why, newest first",
    arguments: [{ name: "case", description: "slug of a case; all where none is named", isOptional: true }],
    options: [{ flags: "--first <number>", description: "how many entries, 1 to 1000", default: "100" }],
    examples: [{ line: "demarche audit-log russia-ukraine --first 10", says: "the last ten changes" }],
    load: () => import("./commands/audit-log.ts"),
  },
];

function recordCommands(table: RecordTable): CommandDefinition[] {
  const kind = kindOfTable(table).toLowerCase();
  const { made, changed } = EXAMPLES[table];
  const article = /^[aei]/.test(kind) ? "an" : "a";
  return [
    {
      name: `create-${kind}`,
      summary: `add ${article} ${kind} to a case`,
      arguments: [{ name: "slug", description: "its name, unique in the case over all kinds of things" }],
      options: [CASE_OPTION, ...fieldOptions(table), FIELDS_OPTION, ...CONTEXT_OPTIONS],
      examples: [
        {
          line: `demarche create-${kind} ${made}${foundIn(table)}`,
          says: "checked by the rules of `demarche validate`",
        },
      ],
      load: loader("CREATE", table),
    },
    {
      name: `update-${kind}`,
      summary: `change ${article} ${kind}; it stays as it was as an earlier version`,
      arguments: [{ name: "id", description: "id or slug" }],
      options: [SEEN_OPTION, ...fieldOptions(table), CLEAR_OPTION, FIELDS_OPTION, ...CONTEXT_OPTIONS],
      examples: [
        {
          line: `demarche update-${kind} ${changed} --seen 3f2a91c07be4d518 --why "as the report has it"`,
          says: "refused where somebody else changed it since",
        },
      ],
      load: loader("UPDATE", table),
    },
  ];
}

/** Whatever states facts names the document that it was found in. */
function foundIn(table: RecordTable): string {
  return table === "sources" ? "" : " --found-in lake-report";
}

function loader(action: "RECORD" | "CORRECT" | "RETRACT" | "CREATE" | "UPDATE", table: EditableTable) {
  return async () => ({ run: (await import("./commands/edit-row.ts")).editCommand(action, table) });
}

function fieldOptions(table: EditableTable): OptionDefinition[] {
  return editableColumns(table).map((column) => ({
    flags: `--${column.name.replaceAll("_", "-")} <${valueWord(column)}>`,
    description: describe(column),
    ...(column.type === "enum" && column.values ? { choices: column.values } : {}),
    ...(isList(column) ? { isRepeatable: true as const } : {}),
  }));
}

function isList({ type }: ColumnDefinition): boolean {
  return type === "list" || type === "references";
}

function valueWord({ type }: ColumnDefinition): string {
  if (type === "reference" || type === "references") return "slug";
  if (type === "boolean") return "true|false";
  return type === "edtf" ? "date" : type === "integer" || type === "number" ? "number" : "text";
}

function describe(column: ColumnDefinition): string {
  const { description } = column;
  const text = description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, "");
  return isList(column) ? `${text}; may be repeated` : text;
}
