import { fetchAuditLog, type LoggedChange } from "../../curation/audit-log.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { type Column, renderTable } from "../table.ts";

const COLUMNS: readonly Column<LoggedChange>[] = [
  { title: "when", value: ({ at }) => at },
  { title: "who", value: ({ by }) => by ?? "" },
  { title: "what", value: ({ action }) => action },
  { title: "of", value: (entry) => entry.record ?? entry.case },
  { title: "why", value: ({ why }) => why ?? "", share: 0.4 },
];

/** Lists what changed data, newest first. */
export const run: CommandRun = async (context, [caseSlug], options) =>
  withDatabase(context, async ({ database }) => {
    const { output } = context;
    const entries = await fetchAuditLog(database, { case: caseSlug ?? null, first: Number(options.first) });
    if (output.isJson) output.json(entries);
    else if (entries.length === 0) output.say("Nothing was changed yet.");
    else output.data(renderTable(COLUMNS, entries, output));
    return 0;
  });
