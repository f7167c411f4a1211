import { createInterface } from "node:readline/promises";
import { DemarcheError } from "../../domain/errors.ts";
import type { Ask, ImportOptionValues, ImportQuestion } from "../../importers/importer.ts";
import { COMMON_OPTIONS, findImporter, type ImportReport, importCase } from "../../importers/importers.ts";
import type { CommandContext, CommandRun, OptionValues } from "../command.ts";
import { MEGABYTES } from "../output.ts";
import { countOf } from "../problems.ts";

/** Turns data of another format into a case folder. */
export const run: CommandRun = async (context, [format = "", ...inputs], options) => {
  const { output, input } = context;
  const progress = output.progress("Reading", MEGABYTES);
  try {
    const ask = askOnTerminal(context);
    const report = await importCase(format, inputs, {
      case: requireOption(options, "case"),
      out: requireOption(options, "out"),
      overwrite: options.overwrite === true,
      options: importerOptions(format, options),
      stdin: input,
      onProgress: ({ bytes, total }) => progress.update(bytes, total ?? 0),
      ...(ask ? { ask } : {}),
    });
    progress.stop();
    if (output.isJson) output.json(report);
    else output.data(describe(report));
    return 0;
  } finally {
    progress.stop();
  }
};

function requireOption(options: OptionValues, name: "case" | "out"): string {
  const value = options[name];
  if (typeof value === "string") return value;
  throw new DemarcheError(
    "USAGE",
    `Give --${name}: ${name === "case" ? "the slug of the case to make" : "the folder to make"}.`,
  );
}

/** Only what this importer knows: an option of another one is said, not ignored. */
function importerOptions(format: string, options: OptionValues): ImportOptionValues {
  const own = new Set([...COMMON_OPTIONS, ...findImporter(format).options].map(({ name }) => name));
  const ofCommand = new Set(["case", "out", "overwrite", "data", "docker", "json", "quiet", "yes"]);
  const given = Object.entries(options).filter(
    ([name, value]) => value !== undefined && !ofCommand.has(name),
  );
  const foreign = given.find(([name]) => !own.has(name));
  if (foreign)
    throw new DemarcheError(
      "USAGE",
      `The format ${format} has no option ${foreign[0]}: see demarche import --help.`,
    );
  return Object.fromEntries(given) as ImportOptionValues;
}

function askOnTerminal({ input, settings }: CommandContext): Ask | null {
  if (!input.isTTY || settings.isYes || settings.isCi) return null;
  return async ({ text, choices }: ImportQuestion) => {
    const terminal = createInterface({ input, output: process.stderr });
    const listed = choices.map((choice, index) => `  ${index + 1} ${choice}`).join("\n");
    const answer = await terminal.question(`${text}\n${listed}\nNumber (Enter for none): `);
    terminal.close();
    return choices[Number(answer) - 1] ?? null;
  };
}

function describe(report: ImportReport): string {
  const rows = Object.entries(report.counts).map(
    ([table, count]) => `  ${table}: ${count.toLocaleString("en")}`,
  );
  const list = (title: string, counts: ImportReport["leftOut"]) =>
    counts.length === 0
      ? []
      : [
          title,
          ...counts.map(
            ({ reason, count, file, firstLines }) =>
              `  ${count.toLocaleString("en")} × ${reason}${place(file, firstLines)}`,
          ),
        ];
  return [
    `${report.case}: ${countOf(report.files.length, "file")} read, written to ${report.folder}`,
    ...rows,
    ...list("Left out:", report.leftOut),
    ...list("Look at:", report.warnings),
    `Next: demarche validate ${report.folder} && demarche load ${report.folder}`,
  ].join("\n");
}

function place(file: string, lines: readonly number[]): string {
  return lines.length === 0
    ? ` (${file})`
    : ` (${file}, line ${lines.join(", ")}${lines.length >= 5 ? " …" : ""})`;
}
