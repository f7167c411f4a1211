import { unloadCase } from "../../loading/unload-case.ts";
import { askYesNo } from "../ask.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { logChange } from "../log-change.ts";
import { countOf } from "../problems.ts";

/** Deletes one case, after a question. */
export const run: CommandRun = async (context, [caseSlug = ""]) =>
  withDatabase(context, async ({ database }) => {
    const { output } = context;
    if (!(await askYesNo(context, `Delete the case "${caseSlug}" from this database?`, "NO"))) {
      output.say("Nothing was deleted. Without a terminal, --yes says yes.");
      return 1;
    }
    const by = context.settings.editor;
    const report = await unloadCase(database, caseSlug, { by });
    logChange(context, { action: "UNLOAD", by, case: caseSlug });
    if (output.isJson) output.json(report);
    else output.data(`${caseSlug}: deleted, ${countOf(report.recordCount, "record")}`);
    return 0;
  });
