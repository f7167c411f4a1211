import { basename } from "node:path";
import type { Neo4jDatabase } from "../database/neo4j-database.ts";
import { DemarcheError, type Problem } from "../domain/errors.ts";
import type { LoadReport } from "../loading/load-report.ts";
import type { CommandContext } from "./command.ts";
import { printProblems } from "./problems.ts";

/**
 * Loads a case folder with a progress bar; where it has problems, prints them all first.
 *
 * @throws DemarcheError INVALID_DATASET when the folder has errors, and what loading throws.
 */
export async function loadFolder(
  { output, settings }: CommandContext,
  database: Neo4jDatabase,
  folder: string,
  options: { readonly isDryRun?: boolean; readonly discardEdits?: boolean } = {},
): Promise<LoadReport> {
  const { loadDataset } = await import("../loading/load-dataset.ts");
  const progress = output.progress(`Loading ${basename(folder)}`);
  try {
    return await loadDataset(database, folder, {
      dryRun: options.isDryRun === true,
      discardEdits: options.discardEdits === true,
      by: settings.editor,
      onProgress: (step) => {
        if (step.step === "READING") progress.update(step.bytesRead, step.bytesTotal);
      },
    });
  } catch (error) {
    progress.stop();
    if (error instanceof DemarcheError && Array.isArray(error.details.problems)) {
      printProblems(output, error.details.problems as Problem[]);
    }
    throw error;
  } finally {
    progress.stop();
  }
}
