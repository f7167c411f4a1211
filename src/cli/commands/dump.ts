import { DemarcheError } from "../../domain/errors.ts";
import { dumpDatabase } from "../../packaging/dump.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { listCounts } from "../list-counts.ts";

/** Writes the whole database into one file. */
export const run: CommandRun = async (context, _, options) => {
  const out = options.out as string | undefined;
  if (out === undefined) throw new DemarcheError("USAGE", "Name the file to write with --out.");
  return await withDatabase(context, async ({ database }) => {
    const counts = await dumpDatabase(database, out);
    if (context.output.isJson) context.output.json({ file: out, counts });
    else context.output.data(listCounts(counts, "dumped"));
    return 0;
  });
};
