import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { computeNetwork } from "../analytics/network.ts";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import {
  checkFormat,
  EXPORT_FORMATS,
  type ExportFormat,
  findFormat,
  writeNetwork,
} from "../exporters/formats.ts";
import type { Limits } from "../graphql/limits/limits.ts";
import { NETWORK_NAMES, type NetworkOptions } from "../network/network-options.ts";
import { type OptionInput, parseFlag, parseNetworkOptions } from "../network/parse-network-options.ts";
import { spool } from "./spool.ts";

interface ExportRequest {
  readonly format: ExportFormat;
  readonly options: NetworkOptions;
  readonly statementIds: boolean;
  /** The name under which a browser keeps the file. */
  readonly fileName: string;
}

export interface ExportRouteOptions {
  readonly database: Database;
  /** Version of Demarche, which the files name. */
  readonly version: string;
  readonly limits: Pick<Limits, "maxExportBytes">;
  readonly now?: () => Date;
}

/**
 * Serves `/<case>/<network>.<format>?…`: a network as a file, with the words of `NETWORK_OPTIONS` as parameters, and
 * `statement-ids` for the statements of each edge.
 *
 * An answer is the same as long as the case is, but for the day that it names, which its ETag says.
 */
export function routeExports({
  database,
  version,
  limits,
  now = () => new Date(),
}: ExportRouteOptions): Router {
  const router = Router();
  router.get("/:case/:file", async (request, response) => {
    const wanted = readRequest(request);
    const etag = await makeEtag(database, wanted, version);
    response.set({ "Cache-Control": "no-cache", ...(etag === null ? {} : { ETag: etag }) });
    if (etag !== null && request.fresh) return void response.status(304).end();
    const network = await computeNetwork(database, wanted.options.case, wanted.options);
    const context = { version, exportedAt: now(), statementIds: wanted.statementIds };
    const pieces = inPieces(writeNetwork(network, wanted.format, context));
    const file = await spool(pieces, limits.maxExportBytes, () => tooLarge(limits.maxExportBytes));
    await send(response, file, wanted);
  });
  return router;
}

function tooLarge(maxBytes: number): DemarcheError {
  const message = `The file would be larger than ${maxBytes} bytes: take a shorter time, fewer actors or one issue, or write it with \`demarche export\`, which has no such limit.`;
  return new DemarcheError("TOO_LARGE", message, { details: { limit: maxBytes } });
}

async function send(response: Response, file: Readable, { format, fileName }: ExportRequest): Promise<void> {
  response.set({
    "Content-Type": format.mediaType,
    "Content-Disposition": `attachment; filename="${fileName}"`,
  });
  await pipeline(file, response);
}

const PIECE_LENGTH = 1 << 17;

/** Joins small chunks, so that each write is worth it. */
function* inPieces(chunks: Iterable<string>): Generator<string, void> {
  let piece = "";
  for (const chunk of chunks) {
    piece += chunk;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function readRequest(request: Request): ExportRequest {
  const caseSlug = String(request.params.case);
  const file = String(request.params.file);
  const dot = file.indexOf(".");
  const network = file.slice(0, dot);
  if (dot < 1 || !(NETWORK_NAMES as readonly string[]).includes(network)) throw unknownFile(file, network);
  const format = findFormat(file.slice(dot + 1));
  const { "statement-ids": ids, statementIds: asked = ids, ...words } = request.query as Words;
  const options = parseNetworkOptions(caseSlug, { ...words, network });
  const statementIds = parseFlag("statementIds", asked ?? false);
  checkFormat(format, options, { statementIds });
  return { format, options, statementIds, fileName: `${caseSlug}-${file}` };
}

type Words = Readonly<Record<string, OptionInput>>;

function unknownFile(file: string, network: string): DemarcheError {
  const formats = EXPORT_FORMATS.map(({ name }) => name).join(", ");
  const meant = createSuggest()(network.slice(0, 100), NETWORK_NAMES);
  const message = `There is no export "${file.slice(0, 100)}": ask for <network>.<format>, a network of ${NETWORK_NAMES.join(", ")} in a format of ${formats}.${meant}`;
  return new DemarcheError("NOT_FOUND", message);
}

/** Null for a case whose state is not known, so that no answer of it may be kept. */
async function makeEtag(
  database: Database,
  { format, options, statementIds }: ExportRequest,
  version: string,
): Promise<string | null> {
  const [state] = await database.read<{ revision: string | null }>("analytics/case-context", {
    case: options.case,
  });
  if (!state?.revision) return null;
  const hash = createHash("sha256").update(
    JSON.stringify([version, format.name, options, statementIds, state.revision]),
  );
  return `W/"${hash.digest("base64url").slice(0, 27)}"`;
}
