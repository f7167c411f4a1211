import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { DemarcheError } from "../../domain/errors.ts";
import { EXPORT_FORMATS } from "../../exporters/formats.ts";
import { parseNetworkOptions } from "../../network/parse-network-options.ts";
import {
  type ExportReport,
  exportCase,
  PACKAGE_FORMATS,
  type PackageFormat,
} from "../../packaging/export-case.ts";
import type { CommandContext, CommandRun, OptionValues } from "../command.ts";
import { type Connection, withDatabase } from "../connection.ts";
import { countOf } from "../problems.ts";
import { exportContext, writeNetworkFile } from "../write-network.ts";

/** Writes a case in one of the formats: as its coders wrote it, into a folder, a file or standard output. */
export const run: CommandRun = async (context, [caseSlug = ""], options) => {
  if (isNetworkFormat(options.format)) return await exportActs(context, caseSlug, options);
  const format = readFormat(options);
  return await withDatabase(context, async (connection) => {
    const report = await writeCase(context, connection, { caseSlug, format, options });
    if (context.output.isJson && options.out !== undefined) context.output.json(report);
    else context.output.say(describe(report, options));
    return 0;
  });
};

function isNetworkFormat(format: OptionValues[string]): format is string {
  if ((PACKAGE_FORMATS as readonly unknown[]).includes(format)) return false;
  return EXPORT_FORMATS.some(({ name }) => name === format);
}

/** Writes the network of acts as they are. */
async function exportActs(
  context: CommandContext,
  caseSlug: string,
  { format, out }: OptionValues,
): Promise<number> {
  const options = parseNetworkOptions(caseSlug, { network: "acts" });
  return await withDatabase(context, async ({ database }) => {
    const network = await writeNetworkFile(database, options, {
      format: String(format),
      out: out as string | undefined,
      context: exportContext(false),
      output: context.output,
    });
    context.output.say(
      `${caseSlug}: ${countOf(network.nodes.length, "node")}, ${countOf(network.edgeCount, "edge")}`,
    );
    return 0;
  });
}

interface Request {
  readonly caseSlug: string;
  readonly format: PackageFormat;
  readonly options: OptionValues;
}

function readFormat({ format, out }: OptionValues): PackageFormat {
  const found = PACKAGE_FORMATS.find((name) => name === (format ?? "datapackage"));
  if (found === undefined)
    throw new DemarcheError("USAGE", `--format cannot be "${format}": choose ${PACKAGE_FORMATS.join(", ")}.`);
  if (found === "datapackage" && out === undefined)
    throw new DemarcheError("USAGE", "A Data Package is a folder: name it with --out.");
  return found;
}

async function writeCase(
  { output }: CommandContext,
  { database }: Connection,
  { caseSlug, format, options }: Request,
): Promise<ExportReport> {
  const out = options.out as string | undefined;
  if (format === "datapackage")
    return await exportCase(database, caseSlug, {
      format,
      out: out ?? "",
      overwrite: options.overwrite === true,
    });
  if (out === undefined) return await exportCase(database, caseSlug, { format, write: output.write });
  return await writeFile(out, (write) => exportCase(database, caseSlug, { format, write }));
}

/** Writes a file piece by piece; it appears under its name only when it is whole. */
async function writeFile<T>(
  path: string,
  work: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const stream = createWriteStream(`${path}.part`);
  stream.on("error", () => undefined);
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(cannotWrite(path, error)) : resolve()));
    });
  try {
    const result = await work(write);
    stream.end();
    await finished(stream);
    await rename(`${path}.part`, path);
    return result;
  } catch (error) {
    stream.destroy();
    await rm(`${path}.part`, { force: true });
    throw error;
  }
}

function cannotWrite(path: string, cause: Error): DemarcheError {
  return new DemarcheError("FILE_UNREADABLE", `${path} cannot be written: ${cause.message}.`, { cause });
}

function describe({ caseSlug, counts }: ExportReport, { out }: OptionValues): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${caseSlug}: ${countOf(total, "row")} written${out === undefined ? "" : ` to ${out}`}`;
}
