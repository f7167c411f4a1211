import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { guessWideEncoding } from "../dataset/guess-encoding.ts";
import { adviseOnBinary } from "../dataset/guess-format.ts";
import { openDatasetWriter } from "../dataset/write-dataset.ts";
import { DemarcheError } from "../domain/errors.ts";
import { isSlug } from "../domain/ids.ts";
import type { TableName } from "../domain/tables.ts";
import { CaseSink } from "./case-sink.ts";
import { csv } from "./csv/csv.ts";
import { dna } from "./dna/dna.ts";
import { gdelt } from "./gdelt/gdelt.ts";
import type { Ask, Importer, ImportOption, ImportOptionValues } from "./importer.ts";
import { findInputs, type Input, type InputOptions, type Sample } from "./inputs.ts";
import { mediation } from "./mediation/mediation.ts";
import { paax } from "./paax/paax.ts";
import { plover } from "./plover/plover.ts";
import { slugify } from "./slug-book.ts";
import type { Count } from "./tally.ts";
import { unvotes } from "./unvotes/unvotes.ts";

/** The formats that can be imported, by the names of the command line. */
export const IMPORTERS: readonly Importer[] = [csv, dna, unvotes, paax, mediation, gdelt, plover];

/** The options that every importer takes. */
export const COMMON_OPTIONS: readonly ImportOption[] = [
  { name: "title", flags: "--title <text>", description: "Title of the case." },
  {
    name: "licence",
    flags: "--licence <text>",
    description: "Licence of the data, as their publisher states it.",
  },
  {
    name: "encoding",
    flags: "--encoding <name>",
    description: "Encoding of text files that are not UTF-8, such as windows-1252.",
  },
];

export interface ImportCaseOptions extends InputOptions {
  /** Slug of the case to be made. */
  readonly case: string;
  /** Folder to be made; it must not be there yet, or be empty. */
  readonly out: string;
  /** Whether a folder that is not empty is replaced, once the import has succeeded. */
  readonly overwrite?: boolean;
  /** Values of the importer's options and of `COMMON_OPTIONS`, by their names. */
  readonly options?: ImportOptionValues;
  /** Answers what cannot be guessed; nobody is asked when it is not given. */
  readonly ask?: Ask;
}

/** What an import did. */
export interface ImportReport {
  readonly format: string;
  readonly case: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** Rows written, by table. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
  /** What was not taken over, by file and reason, the largest first. */
  readonly leftOut: readonly Count[];
  /** What was taken over but should be looked at, and what was guessed. */
  readonly warnings: readonly Count[];
}

/**
 * Imports files of a foreign format as a case folder.
 *
 * The folder is written beside `out` and put in its place at the end: a failure leaves nothing behind.
 *
 * @param words - Files and folders; `-` is standard input.
 * @throws {DemarcheError} `BAD_INPUT`, `USAGE`, `CONFLICT` (the folder is not empty), `FILE_UNREADABLE`, `NO_SPACE`.
 */
export async function importCase(
  format: string,
  words: readonly string[],
  options: ImportCaseOptions,
): Promise<ImportReport> {
  const importer = findImporter(format);
  checkCase(options.case);
  checkOptions(importer, options.options ?? {});
  await checkFolder(options);
  const { inputs, skipped } = chooseInputs(importer, await findInputs(words, options));
  const out = resolve(options.out);
  const folder = join(dirname(out), `.${basename(out)}-${randomUUID().slice(0, 8)}`);
  await attempt(options.out, () => mkdir(folder, { recursive: true }));
  try {
    const sink = await runImporter(importer, { folder, inputs, options });
    for (const { input, message } of skipped) sink.leaveOut(message, { file: input.name, line: null });
    await attempt(options.out, () => replaceFolder(folder, out));
    const { counts, leftOut, warnings } = sink;
    const files = inputs.map(({ name }) => name);
    return { format, case: options.case, folder: options.out, files, counts, leftOut, warnings };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw wrap(format, error);
  }
}

/**
 * Finds an importer by its name.
 *
 * @throws {DemarcheError} `USAGE` when there is none.
 */
export function findImporter(format: string): Importer {
  const importer = IMPORTERS.find(({ name }) => name === format);
  if (importer) return importer;
  const names = IMPORTERS.map(({ name }) => name).join(", ");
  throw new DemarcheError("USAGE", `There is no format "${format}": choose one of ${names}.`);
}

/** Tells which format a file most likely has, from its name and first bytes; null where none can be told. */
export function recognise(sample: Sample): Importer | null {
  const rated = IMPORTERS.map((importer) => ({ importer, surety: importer.sniff(sample) }));
  const best = rated.reduce((left, right) => (right.surety > left.surety ? right : left));
  return best.surety >= 0.5 ? best.importer : null;
}

async function runImporter(
  importer: Importer,
  { folder, inputs, options }: { folder: string; inputs: readonly Input[]; options: ImportCaseOptions },
): Promise<CaseSink> {
  const writer = await openDatasetWriter(folder, { origin: "IMPORTED" });
  const sink = new CaseSink(writer);
  try {
    const { case: caseSlug, options: values = {}, ask = null } = options;
    const adviseOn = (sample: Sample) => adviseOnOther(importer, sample);
    await importer.run({ caseSlug, inputs, options: values, sink, ask, adviseOn });
    refuseEmpty(importer, inputs, sink);
    await writer.close();
  } catch (error) {
    await writer.abort();
    throw error;
  }
  return sink;
}

function chooseInputs(
  importer: Importer,
  found: readonly Input[],
): { inputs: Input[]; skipped: { input: Input; message: string }[] } {
  const inputs = found.filter(({ sample }) => importer.sniff(sample) > 0);
  const others = found.filter((input) => !inputs.includes(input));
  const stranger = others.find(({ isNamed }) => isNamed) ?? (inputs.length === 0 ? others[0] : undefined);
  if (stranger) throw wrongFormat(importer, stranger);
  return {
    inputs,
    skipped: others.map((input) => ({
      input,
      message: `The file was not read: it ${describe(input.sample)}.`,
    })),
  };
}

function wrongFormat({ name, title }: Importer, input: Input): DemarcheError {
  const other = recognise(input.sample);
  const advice = other
    ? `Import it with: demarche import ${other.name}`
    : adviseOnBinary(input.sample.binary ?? "");
  const message = `${input.name} holds no ${title}: it ${describe(input.sample)}. ${advice}`.trimEnd();
  return new DemarcheError("FILE_UNREADABLE", message, {
    details: { format: name, found: other?.name ?? null },
  });
}

function adviseOnOther(importer: Importer, sample: Sample): string {
  const other = recognise(sample);
  if (other === null || other === importer) return "";
  return ` It looks like ${other.title}: demarche import ${other.name} reads that.`;
}

function describe(sample: Sample): string {
  const other = recognise(sample);
  if (other) return `looks like ${other.title}`;
  if (sample.text.trim() === "") return "is empty";
  if (sample.binary !== null) return `is ${sample.binary}`;
  const wide = guessWideEncoding(sample.bytes);
  if (wide?.label === null) return `is ${wide.name}: save it as UTF-8`;
  const start = sample.text.slice(0, 40).split(/[\r\n]/, 1)[0] ?? "";
  return `begins with ${JSON.stringify(start)}`;
}

function refuseEmpty({ title }: Importer, inputs: readonly Input[], { counts, leftOut }: CaseSink): void {
  if ((counts.statements ?? 0) > 0) return;
  const [reason] = leftOut;
  const why = reason ? ` Left out above all, ${reason.count} ×: ${reason.reason}` : "";
  const names = inputs.map(({ name }) => name).join(", ");
  throw new DemarcheError("FILE_UNREADABLE", `No statement could be taken from ${names} (${title}).${why}`);
}

function checkCase(slug: string): void {
  if (isSlug(slug)) return;
  const example = slugify(slug) || "my-case";
  const message = `"${slug}" cannot name a case: use lower-case letters a-z and digits, in parts joined by "-", such as "${example}".`;
  throw new DemarcheError("BAD_INPUT", message);
}

function checkOptions(importer: Importer, values: ImportOptionValues): void {
  const known = [...importer.options, ...COMMON_OPTIONS].map(({ name }) => name);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || known.includes(name)) continue;
    const owner = IMPORTERS.find(({ options }) => options.some((option) => option.name === name));
    const flags = owner?.options.find((option) => option.name === name)?.flags ?? name;
    const whose = owner ? `an option of ${owner.name}` : "no option of any format";
    throw new DemarcheError("USAGE", `${flags} is ${whose}, not of ${importer.name}.`);
  }
  for (const { name, flags, choices } of importer.options) {
    const value = values[name];
    if (!choices || typeof value !== "string" || choices.includes(value)) continue;
    if (choices.includes(value.toUpperCase())) continue;
    throw new DemarcheError("USAGE", `${flags} takes one of ${choices.join(", ")}, not "${value}".`);
  }
}

async function checkFolder({ out, overwrite }: ImportCaseOptions): Promise<void> {
  const names = await listFolder(out);
  if (names === null || names.length === 0 || overwrite) return;
  const message = `The folder ${out} is there already and not empty: name another one, or say --overwrite.`;
  throw new DemarcheError("CONFLICT", message);
}

/** Lists what is in a folder; null where there is none. */
async function listFolder(path: string): Promise<string[] | null> {
  return attempt(path, async () => {
    try {
      return await readdir(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  });
}

/** Puts a finished folder in place; an old one steps aside and goes only when the new one stands. */
async function replaceFolder(folder: string, out: string): Promise<void> {
  const names = await listFolder(out);
  const aside = `${folder}-old`;
  if (names !== null && names.length === 0) await rmdir(out);
  else if (names !== null) await rename(out, aside);
  try {
    await rename(folder, out);
  } catch (error) {
    if (names !== null && names.length > 0) await rename(aside, out);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

async function attempt<V>(path: string, work: () => Promise<V>): Promise<V> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw new DemarcheError("NO_SPACE", `The disk is full: ${path} was not written.`);
    const reasons: Record<string, string> = {
      ENOTDIR: "it is a file, or lies in one: name a folder",
      EACCES: "you may not write there",
      EROFS: "the disk is read-only",
    };
    const reason = reasons[code ?? ""] ?? message;
    throw new DemarcheError("FILE_UNREADABLE", `${path} cannot be written: ${reason}.`, { cause: error });
  }
}

function wrap(format: string, error: unknown): unknown {
  if (error instanceof DemarcheError || (error as Error)?.name === "AbortError") return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DemarcheError("INTERNAL", `The import of ${format} failed: ${reason}`, { cause: error });
}
