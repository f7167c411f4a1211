import { type DoctorFinding, type DoctorReport, runDoctor } from "../../loading/doctor.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import type { Output } from "../output.ts";
import { countOf } from "../problems.ts";

/** Checks every invariant of the data model on the whole database; exit code 1 where one is broken. */
export const run: CommandRun = async (context) =>
  withDatabase(context, async ({ database }) => {
    const report = await runDoctor(database);
    if (context.output.isJson) context.output.json(report);
    else context.output.data(render(report, context.output));
    return report.isSound ? 0 : 1;
  });

function render({ findings, cases }: DoctorReport, { colours }: Output): string {
  const lines = findings.map((finding) =>
    finding.count === 0
      ? `${colours.green("ok    ")} ${finding.name}`
      : describeBroken(finding, colours.red("broken")),
  );
  const loaded = cases.map(
    ({ slug, counts }) =>
      `${slug}: ${countOf(counts.Statement ?? 0, "statement")}, ${countOf(counts.Actor ?? 0, "actor")}`,
  );
  return [...lines, "", ...(loaded.length === 0 ? ["No case is loaded."] : loaded)].join("\n");
}

function describeBroken(finding: DoctorFinding, mark: string): string {
  return `${mark} ${finding.name}: ${finding.count} times; ${finding.advice}\n         ${finding.ids.join(", ")}`;
}
