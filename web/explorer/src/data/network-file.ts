import type { NetworkReport } from "../../../../src/network/network.ts";
import type { NetworkFile, NetworkWords } from "./network-shape.ts";
import { isPublished } from "./published.ts";
import { requestServer } from "./request-server.ts";

/**
 * Fetches a network: the very file that `/export` offers. A published page computes it.
 *
 * @throws AskError
 */
export async function fetchNetwork(caseSlug: string, words: NetworkWords): Promise<NetworkFile> {
  if (isPublished()) {
    const { computePublished } = await import("./published-network.ts");
    return await computePublished(caseSlug, words);
  }
  const address = exportAddress(caseSlug, words, "json");
  return readNodeLink(await requestServer<NodeLink>(address, (response) => response.json()));
}

/** Gives the address of a network as a file. */
export function exportAddress(caseSlug: string, words: NetworkWords, format: string): string {
  const { network = "acts", ...others } = words;
  const query = new URLSearchParams(others).toString();
  return `./export/${encodeURIComponent(caseSlug)}/${network}.${format}${query === "" ? "" : `?${query}`}`;
}

/** Node-link JSON, as the exporter writes it. */
interface NodeLink {
  readonly directed: boolean;
  readonly graph: { readonly report: NetworkReport };
  readonly nodes: NetworkFile["nodes"];
  readonly links: NetworkFile["edges"];
}

function readNodeLink({ directed, graph, nodes, links }: NodeLink): NetworkFile {
  return { isDirected: directed, nodes, edges: links, report: graph.report };
}

/**
 * Fetches a network as a file for the reader to keep. A published page writes it.
 *
 * @throws AskError
 */
export async function fetchFile(caseSlug: string, words: NetworkWords, format: string): Promise<Blob> {
  if (isPublished()) {
    const { writePublished } = await import("./published-network.ts");
    return await writePublished(caseSlug, words, format);
  }
  return await requestServer(exportAddress(caseSlug, words, format), (response) => response.blob());
}
