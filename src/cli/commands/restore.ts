import { nameBroken, runDoctor } from "../../loading/doctor.ts";
import { type RestoreReport, restoreDatabase } from "../../packaging/restore.ts";
import { askYesNo } from "../ask.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { listCounts } from "../list-counts.ts";
import { logChange } from "../log-change.ts";

/** Makes the database hold what a dump holds, after a question where it is not empty; exit code 1 where it is not sound. */
export const run: CommandRun = async (context, [file = ""], options) =>
  withDatabase(context, async ({ database }) => {
    const { output } = context;
    const isEmpty = (await database.read("load/list-cases")).length === 0;
    const replace = !isEmpty && (options.replace === true || (await askYesNo(context, QUESTION, "NO")));
    const by = context.settings.editor;
    const report = await restoreDatabase(database, file, { replace, by });
    for (const slug of Object.keys(report.counts)) logChange(context, { action: "RESTORE", by, case: slug });
    for (const slug of report.removed) logChange(context, { action: "UNLOAD", by, case: slug });
    const { isSound, findings } = await runDoctor(database);
    const broken = nameBroken({ findings });
    if (output.isJson) output.json({ ...report, isSound, broken });
    else output.data(describe(report, broken));
    return isSound ? 0 : 1;
  });

const QUESTION = "Replace all that this database holds by the dump?";

function describe({ counts, removed }: RestoreReport, broken: readonly string[]): string {
  return [
    listCounts(counts, "restored"),
    ...removed.map((slug) => `${slug}: removed`),
    broken.length === 0 ? "The database is sound." : `Broken: ${broken.join(", ")}; see demarche doctor.`,
  ].join("\n");
}
