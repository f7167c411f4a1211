import { readFile } from "node:fs/promises";
import { DemarcheError, type Problem } from "../../domain/errors.ts";
import type { CommandContext, CommandRun } from "../command.ts";

/** Prints every problem of a case folder; exit code 1 where there is an error. */
export const run: CommandRun = async (context, [folder = ""], options) => {
  const { validateDataset } = await import("../../dataset/validate-dataset.ts");
  const progress = context.output.progress("Checking");
  const documents = await readDocuments(options.document as readonly string[] | undefined);
  const report = await validateDataset(folder, { documents, onProgress: progress.update });
  progress.stop();
  printProblems(context, report.problems);
  if (context.output.isJson) context.output.json(report);
  else context.output.say(summarise(folder, report.problems));
  return report.problems.some(isError) ? 1 : 0;
};

/** Prints problems one a line, errors before warnings as they stand in the files. */
export function printProblems({ output }: CommandContext, problems: readonly Problem[]): void {
  if (output.isJson) return;
  for (const problem of problems) {
    const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(":");
    const mark = isError(problem) ? output.colours.red("error") : output.colours.yellow("warning");
    output.data(
      `${output.colours.bold(place)} ${mark} ${problem.message} ${output.colours.dim(`(${problem.rule})`)}`,
    );
  }
}

/** Tells in a line how many errors and warnings there are. */
export function summarise(folder: string, problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return `${folder}: no problems.`;
  return `${folder}: ${count(errors, "error")}, ${count(warnings, "warning")}.`;
}

function isError(problem: Problem): boolean {
  return problem.severity !== "warning";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

async function readDocuments(words: readonly string[] = []): Promise<Record<string, string>> {
  const documents: Record<string, string> = {};
  for (const word of words) {
    const at = word.indexOf("=");
    if (at < 1)
      throw new DemarcheError(
        "USAGE",
        `--document takes SOURCE=FILE, such as report-2025=report.txt, not: ${word}`,
      );
    documents[word.slice(0, at)] = await readDocument(word.slice(at + 1));
  }
  return documents;
}

async function readDocument(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new DemarcheError(
      "FILE_UNREADABLE",
      `The document ${file} cannot be read: check the path and the rights.`,
      { cause },
    );
  }
}
