import type { Neo4jDatabase } from "../database/neo4j-database.ts";
import { DemarcheError, type Problem } from "../domain/errors.ts";
import type { LoadReport } from "../loading/load-report.ts";
import type { CommandContext } from "./command.ts";
import { LoadBars } from "./load-bars.ts";
import { logChange } from "./log-change.ts";
import type { Output } from "./output.ts";
import { printProblems } from "./problems.ts";

/**
 * Loads a case folder with a progress bar; where it has problems, prints them all first.
 *
 * @throws DemarcheError INVALID_DATASET when the folder has errors, and what loading throws.
 */
export async function loadFolder(
  context: CommandContext,
  database: Neo4jDatabase,
  folder: string,
  options: { readonly isDryRun?: boolean; readonly discardEdits?: boolean } = {},
): Promise<LoadReport> {
  const { output, settings } = context;
  const { loadDataset } = await import("../loading/load-dataset.ts");
  const bars = new LoadBars(output, folder);
  try {
    const report = await loadDataset(database, folder, {
      dryRun: options.isDryRun === true,
      discardEdits: options.discardEdits === true,
      by: settings.editor,
      onProgress: (progress) => bars.show(progress),
    });
    logLoad(context, report);
    return report;
  } catch (error) {
    bars.stop();
    throw withProblemsShown(output, error);
  } finally {
    bars.stop();
  }
}

/** Logs that a case was loaded; a trial and a load without a change leave no line. */
export function logLoad(context: CommandContext, { caseSlug, outcome, isDryRun }: LoadReport): void {
  if (isDryRun || outcome === "UNCHANGED") return;
  logChange(context, { action: "LOAD", by: context.settings.editor, case: caseSlug });
}

/** Prints all problems of a folder that was refused for them, and gives the error without its list of the first ones. */
export function withProblemsShown(output: Output, error: unknown): unknown {
  if (output.isJson || !(error instanceof DemarcheError) || !Array.isArray(error.details.problems))
    return error;
  printProblems(output, error.details.problems as Problem[]);
  const [firstLine = ""] = error.message.split("\n");
  return new DemarcheError(error.code, firstLine, { cause: error, details: error.details });
}
