import { readFile } from "node:fs/promises";
import { DemarcheError, type Problem } from "../../domain/errors.ts";
import type { CommandContext, CommandRun } from "../command.ts";
import { findCaseFolder } from "../find-case-folder.ts";
import { MEGABYTES } from "../output.ts";
import { printProblems, summariseProblems } from "../problems.ts";

/** Prints every problem of a case folder; exit code 1 where there is an error. */
export const run: CommandRun = async (context, [folder = ""], options) => {
  const documents = await readDocuments(options.document as readonly string[] | undefined);
  const problems = await findProblems(context, findCaseFolder(folder), documents);
  if (context.output.isJson) context.output.json({ problems });
  else printProblems(context.output, problems);
  context.output.say(summariseProblems(folder, problems));
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
};

async function findProblems(
  context: CommandContext,
  folder: string,
  documents: Readonly<Record<string, string>>,
): Promise<readonly Problem[]> {
  const progress = context.output.progress("Checking", MEGABYTES);
  const onProgress = ({ bytesRead, bytesTotal }: { bytesRead: number; bytesTotal: number }) =>
    progress.update(bytesRead, bytesTotal);
  try {
    if (Object.keys(documents).length === 0) {
      const { validateDataset } = await import("../../dataset/validate-dataset.ts");
      return await validateDataset(folder, { onProgress });
    }
    const { readDataset } = await import("../../dataset/read-dataset.ts");
    const { checkQuotes } = await import("../../dataset/check-quotes.ts");
    const { dataset, problems } = await readDataset(folder, { onProgress });
    return dataset === null
      ? problems
      : [...problems, ...reportQuotes(context, checkQuotes(dataset, documents))];
  } finally {
    progress.stop();
  }
}

function reportQuotes(
  { output }: CommandContext,
  report: {
    problems: Problem[];
    coverage: readonly { source: string; wordCount: number; quotedShare: number }[];
  },
): readonly Problem[] {
  for (const { source, wordCount, quotedShare } of report.coverage) {
    output.say(`${source}: the quotes hold ${(quotedShare * 100).toFixed(1)} % of its ${wordCount} words.`);
  }
  return report.problems;
}

async function readDocuments(words: readonly string[] = []): Promise<Record<string, string>> {
  const documents: Record<string, string> = {};
  for (const word of words) {
    const at = word.indexOf("=");
    if (at < 1) {
      throw new DemarcheError(
        "USAGE",
        `--document takes SOURCE=FILE, such as report-2025=report.txt, not: ${word}`,
      );
    }
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
