import { DemarcheError } from "../../domain/errors.ts";
import { publishCase } from "../../publishing/publish-case.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { createLogger } from "../logger.ts";
import { findPackageFile } from "../package-root.ts";
import { countOf } from "../problems.ts";
import { readVersion } from "../version.ts";

/** Writes a case as a folder that any browser shows, without a server behind it. */
export const run: CommandRun = async (context, [caseSlug = ""], options) => {
  const { out } = options;
  if (typeof out !== "string") throw new DemarcheError("USAGE", "Name the folder to make with --out.");
  const report = await withDatabase(context, ({ database }) =>
    publishCase(database, caseSlug, {
      out,
      overwrite: options.overwrite === true,
      pageFolder: findPackageFile("dist", "published"),
      version: readVersion(),
      publishedAt: new Date().toISOString().slice(0, 10),
      logger: createLogger(context.settings),
    }),
  );
  if (context.output.isJson) context.output.json(report);
  else {
    context.output.say(
      `${caseSlug}: ${countOf(report.statementCount, "statement")} published to ${out}. Open ${out}/index.html, or put the folder on any web server.`,
    );
  }
  return 0;
};
