import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSuggest } from "../domain/suggest.ts";
import { type RecordOf, TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";
import { listCaseFiles, readCaseText, streamCaseFile } from "./case-folder.ts";
import { formatDescriptor } from "./datapackage.ts";
import { parseDescriptor } from "./descriptor.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import { readRows } from "./table-reader.ts";

/**
 * Writes the `datapackage.json` of a case folder anew from the files that are there; its settings are kept.
 *
 * @returns Whether the file changed.
 * @throws {DemarcheError} `FILE_UNREADABLE` when the folder or a file may not be read or written.
 */
export async function writeDescriptor(folder: string, settings: Partial<Settings> = {}): Promise<boolean> {
  const path = join(folder, "datapackage.json");
  const before = await readCaseText(folder, "datapackage.json");
  const text = await describeFolder(folder, { ...settingsOf(before), ...settings });
  if (text === before) return false;
  await writeFile(path, text);
  return true;
}

/** Gives the text of the `datapackage.json` that a case folder should have. */
export async function describeFolder(folder: string, settings: Settings): Promise<string> {
  const files = new Set((await listCaseFiles(folder)).map(({ name }) => name));
  const columns: { -readonly [T in TableName]?: readonly string[] } = {};
  let caseRecord: RecordOf<"case"> | null = null;
  for (const table of TABLE_NAMES) {
    if (!files.has(TABLES[table].file)) continue;
    const first = await readStart(folder, table);
    columns[table] = first.names;
    if (table === "case") caseRecord = first.record as RecordOf<"case"> | null;
  }
  return formatDescriptor({ settings, caseRecord, columns });
}

async function readStart(
  folder: string,
  table: TableName,
): Promise<{ names: readonly string[]; record: unknown }> {
  let names: readonly string[] = [];
  const listener = {
    suggest: createSuggest(),
    report: () => {},
    lost: () => {},
    header: (found: readonly string[]) => {
      names = found;
    },
  };
  for await (const rows of readRows(table, streamCaseFile(folder, TABLES[table].file), listener)) {
    return { names, record: rows[0]?.record ?? null };
  }
  return { names, record: null };
}

function settingsOf(text: string | null): Settings {
  const parsed = text === null ? null : parseDescriptor(text);
  return parsed && parsed.faults.length === 0 ? parsed.settings : DEFAULT_SETTINGS;
}
