import { resolveId } from "../../analytics/resolve-ids.ts";
import { fetchHistory, type History, type Moment, type RecordVersion } from "../../curation/history.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { describeChange } from "./edit-row.ts";

/** Tells what became of a statement or record. */
export const run: CommandRun = async (context, [word = ""]) =>
  withDatabase(context, async ({ database }) => {
    const id = word.includes("/") ? word : (await resolveId(database, word)).id;
    const history = await fetchHistory(database, id);
    if (context.output.isJson) context.output.json(history);
    else context.output.data(describeHistory(history));
    return 0;
  });

function describeHistory({ id, kind, stands, version, versions }: History): string {
  const state = stands ? `stands, version ${version}` : "stands no more";
  return [`${id} (${kind}): ${state}`, ...versions.flatMap(describeVersion)].join("\n");
}

function describeVersion({ id, recorded, ended, changes }: RecordVersion): string[] {
  const isFirst = changes.every(({ before }) => before.length === 0);
  return [
    "",
    id,
    ...(ended.at === null ? [] : [`  ended     ${describeMoment(ended)}`]),
    `  recorded  ${describeMoment(recorded)}`,
    ...changes.map((change) =>
      isFirst ? `    ${change.field}: ${change.after.join(" | ")}` : `    ${describeChange(change)}`,
    ),
  ];
}

function describeMoment({ at, by, why, action }: Moment): string {
  const what = action === null ? "" : ` ${action}`;
  return `${at ?? "not known when"}${what}${by === null ? "" : ` by ${by}`}${why === null ? "" : `: ${why}`}`;
}
