import { resolveId } from "../../analytics/resolve-ids.ts";
import type { Edit, EditFields, EditRequest } from "../../curation/edit.ts";
import { editRow } from "../../curation/edit-row.ts";
import { type EditableTable, editableFields } from "../../curation/editable-tables.ts";
import type { FieldChange } from "../../curation/row-changes.ts";
import type { Database } from "../../database/database.ts";
import { DemarcheError } from "../../domain/errors.ts";
import { propertyName } from "../../domain/tables.ts";
import { chooseCase } from "../analysis-command.ts";
import type { CommandContext, CommandRun, OptionValues } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { logChange } from "../log-change.ts";
import { parseJsonObject, readInput } from "../read-input.ts";

/** Gives the command that makes one kind of edit of the rows of one table. */
export function editCommand(action: EditRequest["action"], table: EditableTable): CommandRun {
  return async (context, [word], options) => {
    const fields = await readFields(context, table, options);
    return await withDatabase(context, async ({ database }) => {
      const request =
        action === "RECORD" || action === "CREATE"
          ? {
              action,
              table,
              case: await chooseCase(database, undefined, options),
              slug: word ?? textOf(options.slug),
              fields,
            }
          : { action, table, id: await idOf(database, word ?? ""), seen: said(options, "seen"), fields };
      const edit = await editRow(database, request, {
        by: textOf(options.by) ?? context.settings.editor,
        why: "seen" in request ? said(options, "why") : textOf(options.why),
        clientKey: textOf(options.clientKey),
      });
      const { id: editId, at, by, action: made, record } = edit;
      logChange(context, { editId, at, by, action: made, record });
      print(context, edit);
      return 0;
    });
  };
}

async function readFields(
  context: CommandContext,
  table: EditableTable,
  options: OptionValues,
): Promise<EditFields> {
  const given = textOf(options.fields);
  const json = given === null ? undefined : await readInput(context, given, "the fields as JSON");
  const named = editableFields(table).flatMap((field) =>
    options[field] === undefined ? [] : [[field, options[field]] as const],
  );
  const cleared = [options.clear ?? []].flat().map((name) => [propertyOf(String(name)), null] as const);
  return { ...parseJsonObject(json, "--fields"), ...Object.fromEntries([...cleared, ...named]) };
}

function propertyOf(option: string): string {
  return propertyName(option.replaceAll("-", "_"));
}

async function idOf(database: Database, word: string): Promise<string> {
  return word.includes("/") ? word : (await resolveId(database, word)).id;
}

const ASKED = {
  seen: "Say which version you saw: --seen VERSION; `demarche history ID` shows it.",
  why: 'Say why: --why "…"; it stands in the history.',
};

function said(options: OptionValues, name: keyof typeof ASKED): string {
  const text = textOf(options[name]);
  if (text !== null && text.trim() !== "") return text;
  throw new DemarcheError("USAGE", ASKED[name]);
}

function textOf(value: OptionValues[string]): string | null {
  return typeof value === "string" ? value : null;
}

const DONE: Readonly<Record<EditRequest["action"], string>> = {
  RECORD: "recorded",
  CORRECT: "corrected",
  RETRACT: "retracted",
  CREATE: "created",
  UPDATE: "updated",
};

function print({ output }: CommandContext, edit: Edit): void {
  if (output.isJson) {
    output.json(edit);
    return;
  }
  const before = edit.keptAs === null ? "" : `, as it was: ${edit.keptAs}`;
  const first = `${edit.record}: ${DONE[edit.action]}, version ${edit.version}${before}`;
  const changes = edit.keptAs === null ? [] : edit.changes.map((change) => `  ${describeChange(change)}`);
  output.data([first, ...changes].join("\n"));
  for (const { message, rule } of edit.warnings) output.say(`warning: ${message} [${rule}]`);
}

/** Tells in a line how a field changed. */
export function describeChange({ field, before, after }: FieldChange): string {
  const write = (values: readonly string[]) => (values.length === 0 ? "(empty)" : values.join(" | "));
  return `${field}: ${write(before)} → ${write(after)}`;
}
