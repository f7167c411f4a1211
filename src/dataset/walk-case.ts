import type { Severity } from "../domain/errors.ts";
import { createSuggest, type Suggest } from "../domain/suggest.ts";
import { TABLE_NAMES, TABLES } from "../domain/tables.ts";
import { type CaseFile, listCaseFiles, readCaseText, streamCaseFile } from "./case-folder.ts";
import { CHECK_ORDER, Checker } from "./checker.ts";
import { parseDescriptor } from "./descriptor.ts";
import type { Reporter } from "./reporter.ts";
import type { AnyRow } from "./rule.ts";
import { descriptor } from "./rules/descriptor.ts";
import { missingFile } from "./rules/missing-file.ts";
import { unknownFile } from "./rules/unknown-file.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import { type ReadingListener, readRows } from "./table-reader.ts";

/** How far a walk through the files of a case has come. */
export interface Progress {
  readonly file: string;
  /** Rows of this file so far. */
  readonly rowCount: number;
  /** Bytes of all files, read and in total. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface WalkOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly onRows?: (rows: readonly AnyRow[]) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads and checks every row of a case folder, table by table, and hands the rows over in batches.
 *
 * @returns The settings of the case; all problems are with the reporter.
 * @throws {DemarcheError} `FILE_UNREADABLE` when there is no such folder or it may not be read.
 */
export async function walkCase(
  folder: string,
  reporter: Reporter,
  options: WalkOptions = {},
): Promise<Settings> {
  const files = await listCaseFiles(folder);
  const suggest = createSuggest();
  const { settings, checkHeader } = await readDescriptor(folder, files, reporter);
  const checker = new Checker({ settings, reporter, suggest });
  checkFiles(files, { checker, reporter, suggest });
  const progress = trackProgress(files, options);
  for (const table of CHECK_ORDER) {
    const { file } = TABLES[table];
    if (!files.some(({ name }) => name === file)) continue;
    const listener: ReadingListener = {
      suggest,
      report: (rule, place, message) => reporter.report(rule.name, rule.severity, place, message),
      header: (names) => checkHeader(file, names),
      lost: () => checker.lose(table),
    };
    const bytes = progress.count(file, streamCaseFile(folder, file, options.signal));
    for await (const rows of readRows(table, bytes, listener)) {
      for (const row of rows) checker.check(row as AnyRow);
      options.onRows?.(rows as readonly AnyRow[]);
      progress.add(file, rows.length);
    }
  }
  checker.finish();
  return settings;
}

async function readDescriptor(
  folder: string,
  files: readonly CaseFile[],
  reporter: Reporter,
): Promise<{ settings: Settings; checkHeader: (file: string, names: readonly string[]) => void }> {
  const report = (severity: Severity, message: string | null) => {
    if (message) reporter.report(descriptor.name, severity, { file: descriptor.file }, message);
  };
  const text = await readCaseText(folder, descriptor.file);
  if (text === null) {
    report("warning", descriptor.missing);
    return { settings: DEFAULT_SETTINGS, checkHeader: () => {} };
  }
  const { settings, fields, faults } = parseDescriptor(text);
  for (const fault of faults) report("error", fault);
  if (fields === null) return { settings, checkHeader: () => {} };
  const names = files.map(({ name }) => name);
  for (const message of descriptor.explainFiles(fields, names)) report("warning", message);
  const checkHeader = (file: string, columns: readonly string[]) =>
    report("warning", descriptor.explainFields(fields, file, columns));
  return { settings, checkHeader };
}

function checkFiles(
  files: readonly CaseFile[],
  to: { checker: Checker; reporter: Reporter; suggest: Suggest },
): void {
  const names = files.map(({ name }) => name);
  for (const table of TABLE_NAMES) {
    const { file, required } = TABLES[table];
    if (!required || names.includes(file)) continue;
    to.reporter.report(missingFile.name, missingFile.severity, { file }, missingFile.explain(TABLES[table]));
    to.checker.lose(table);
  }
  for (const name of names) {
    const message = unknownFile.explain(name, names, to.suggest);
    if (message) to.reporter.report(unknownFile.name, unknownFile.severity, { file: name }, message);
    const meant = TABLE_NAMES.find((table) => TABLES[table].file === name.toLowerCase());
    if (message && meant) to.checker.lose(meant);
  }
}

function trackProgress(files: readonly CaseFile[], { onProgress }: WalkOptions) {
  const known = new Set<string>(TABLE_NAMES.map((table) => TABLES[table].file));
  const bytesTotal = files.reduce((sum, { name, bytes }) => sum + (known.has(name) ? bytes : 0), 0);
  let bytesRead = 0;
  let current = { file: "", rowCount: 0 };
  return {
    async *count(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      current = { file, rowCount: 0 };
      for await (const chunk of chunks) {
        bytesRead += chunk.length;
        yield chunk;
      }
    },
    add(file: string, rowCount: number): void {
      current = { file, rowCount: current.rowCount + rowCount };
      onProgress?.({ ...current, bytesRead, bytesTotal });
    },
  };
}
