import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { computeNetwork } from "../analytics/network.ts";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { ExportContext } from "../exporters/export-context.ts";
import { checkFormat, findFormat, writeNetwork } from "../exporters/formats.ts";
import type { Network } from "../network/network.ts";
import type { NetworkOptions } from "../network/network-options.ts";
import type { OptionValues } from "./command.ts";
import type { Output } from "./output.ts";
import { readVersion } from "./version.ts";

/** Gives what files of this program, made now, say beside the network. */
export function exportContext(statementIds: OptionValues[string]): ExportContext {
  return { version: readVersion(), exportedAt: new Date(), statementIds: statementIds === true };
}

interface NetworkFile {
  readonly format: string;
  /** File to write; absent: standard output. */
  readonly out: string | undefined;
  readonly context: ExportContext;
}

/**
 * Computes a network and writes it in a format, in chunks; a file appears under its name only when it is whole.
 *
 * @throws DemarcheError what computing and writing throw, and FILE_UNREADABLE for a file that cannot be written.
 */
export async function writeNetworkFile(
  database: Database,
  options: NetworkOptions,
  { format: name, out, context, output }: NetworkFile & { readonly output: Output },
): Promise<Network> {
  const format = findFormat(name);
  checkFormat(format, options, context);
  const network = await computeNetwork(database, options.case, options);
  const chunks = writeNetwork(network, format, context);
  if (out === undefined) for (const chunk of chunks) await output.write(chunk);
  else await writeWhole(out, chunks);
  return network;
}

async function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(part));
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    if (cause instanceof DemarcheError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DemarcheError("FILE_UNREADABLE", `${path} cannot be written: ${reason}.`, { cause });
  }
}
