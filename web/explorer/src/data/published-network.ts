import { DemarcheError } from "../../../../src/domain/errors.ts";
import { EXPORT_FORMATS, writeNetwork } from "../../../../src/exporters/formats.ts";
import { type Network, readEdges } from "../../../../src/network/network.ts";
import type { NetworkData } from "../../../../src/network/network-data.ts";
import { parseNetworkOptions } from "../../../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../../../src/network/project-network.ts";
import { makeStatementTable } from "../../../../src/network/statement-table.ts";
import {
  PUBLISHED_NETWORK_DATA,
  PUBLISHED_STATEMENTS,
  type PublishedNetworkData,
} from "../../../../src/questions/published.ts";
import type { Statement } from "../../../../src/questions/statement.ts";
import { AskError } from "./ask-error.ts";
import type { NetworkFile, NetworkWords } from "./network-shape.ts";
import { readPublished } from "./published.ts";

/** Networks of a published page: computed in the browser, by the program that the server runs. */

/** @throws AskError REFUSED for words that do not go together. */
export async function computePublished(caseSlug: string, words: NetworkWords): Promise<NetworkFile> {
  const network = await project(caseSlug, words);
  return {
    isDirected: network.isDirected,
    nodes: network.nodes,
    edges: [...readEdges(network)],
    report: network.report,
  };
}

/** Gives the statements that make up an edge's weight. */
export async function explainPublished(
  caseSlug: string,
  words: NetworkWords,
  wanted: { readonly source: string; readonly target: string; readonly kind: string },
): Promise<readonly Statement[]> {
  const [network, statements] = await Promise.all([
    project(caseSlug, words),
    readPublished<Readonly<Record<string, Statement>>>(PUBLISHED_STATEMENTS),
  ]);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const { source, target, kind } = network.readEdge(edge);
    if (source !== wanted.source || target !== wanted.target || kind !== wanted.kind) continue;
    return network.statementsOf(edge).flatMap((id) => statements[id] ?? []);
  }
  return [];
}

/** Writes a network in one of the formats of exports. */
export async function writePublished(caseSlug: string, words: NetworkWords, name: string): Promise<Blob> {
  const format = EXPORT_FORMATS.find((one) => one.name === name);
  if (!format) throw new AskError("NEEDS_SERVER");
  const network = await project(caseSlug, words);
  const version = window.demarchePublished?.version ?? "";
  const context = { version, exportedAt: new Date(), statementIds: false };
  return refusing(() => new Blob([...writeNetwork(network, format, context)], { type: format.mediaType }));
}

let data: Promise<NetworkData> | undefined;

async function project(caseSlug: string, words: NetworkWords): Promise<Network> {
  data ??= readPublished<PublishedNetworkData>(PUBLISHED_NETWORK_DATA).then((published) => ({
    ...published,
    statements: makeStatementTable(published.statements),
  }));
  const known = await data;
  return refusing(() => projectNetwork(known, parseNetworkOptions(caseSlug, words)));
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DemarcheError) throw new AskError("REFUSED", error.message);
    throw error;
  }
}
