import { type CaseSummary, cases } from "../../analytics/cases.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { type Column, renderTable } from "../table.ts";

const COLUMNS: readonly Column<CaseSummary>[] = [
  { title: "case", value: ({ id }) => id },
  { title: "title", value: ({ title }) => title, share: 0.35 },
  { title: "from", value: ({ from }) => from },
  { title: "to", value: ({ to }) => to },
  { title: "statements", value: ({ counts }) => counts.statements },
  { title: "actors", value: ({ counts }) => counts.actors },
  { title: "sources", value: ({ counts }) => counts.sources },
  { title: "licence", value: ({ licence }) => licence },
];

/** Lists the cases that are loaded. */
export const run: CommandRun = async (context) =>
  withDatabase(context, async ({ database }) => {
    const loaded = await cases(database);
    if (context.output.isJson) context.output.json(loaded);
    else if (loaded.length === 0) context.output.say("No case is loaded: `demarche load FOLDER` loads one.");
    else context.output.data(renderTable(COLUMNS, loaded, context.output));
    return 0;
  });
