import { DemarcheError } from "../../domain/errors.ts";
import type { LoadReport, TableChanges } from "../../loading/load-report.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { findCaseFolder } from "../find-case-folder.ts";
import { loadFolder } from "../load-folder.ts";
import { isLargeFolder, loadFolderInBulk } from "../load-folder-in-bulk.ts";
import { countOf } from "../problems.ts";

/** Loads a case folder: all or nothing; with --dry-run it only says what would change. */
export const run: CommandRun = async (context, [name = ""], options) => {
  const folder = findCaseFolder(name);
  const [isDryRun, isAsked] = [options.dryRun === true, options.bulk === true];
  const discardEdits = options.discardEdits === true;
  if (isDryRun && isAsked) throw noTrial();
  const report =
    isAsked || (!isDryRun && (await isLargeFolder(folder)))
      ? await loadFolderInBulk(context, folder, { isAsked })
      : await withDatabase(context, ({ database }) =>
          loadFolder(context, database, folder, { isDryRun, discardEdits }),
        );
  if (context.output.isJson) context.output.json(report);
  else context.output.data([describeLoad(report), ...listChanges(report)].join("\n"));
  return 0;
};

function noTrial(): DemarcheError {
  const message = "--bulk and --dry-run have no meaning together: leave one out.";
  return new DemarcheError("UNSUPPORTED_COMBINATION", message);
}

/** Tells in a line what a load did. */
export function describeLoad(report: LoadReport): string {
  const { caseSlug, outcome, isDryRun, durationMs } = report;
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  if (outcome === "UNCHANGED") return `${caseSlug}: unchanged (${seconds})`;
  const done = outcome === "ADDED" ? "loaded" : "brought up to date";
  return `${caseSlug}: ${isDryRun ? `would be ${done}` : done}, ${countChanges(report)} (${seconds})`;
}

function countChanges(report: LoadReport): string {
  const kinds = ["added", "changed", "removed"] as const;
  const totals = kinds.map((kind) => {
    const count = Object.values(report.tables).reduce((sum, changes) => sum + changes[kind].count, 0);
    return { kind, count };
  });
  return totals
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${countOf(count, "row")} ${kind}`)
    .join(", ");
}

function* listChanges(report: LoadReport): Generator<string> {
  const isFirstLoad = report.outcome === "ADDED";
  for (const [table, changes] of Object.entries(report.tables)) {
    yield `  ${table}: ${changes.added.count} added, ${changes.changed.count} changed, ${changes.removed.count} removed`;
    if (!isFirstLoad) yield* nameRows(changes);
  }
  if (report.keptEdits.count > 0)
    yield `  kept as edited in the database: ${report.keptEdits.ids.join(", ")}`;
  if (report.retracted.count > 0) yield `  kept as retracted: ${report.retracted.ids.join(", ")}`;
}

function* nameRows(changes: TableChanges): Generator<string> {
  for (const [mark, { ids }] of [
    ["+", changes.added],
    ["~", changes.changed],
    ["-", changes.removed],
  ] as const) {
    for (const id of ids) yield `    ${mark} ${id}`;
  }
}
