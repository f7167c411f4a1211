import type { NetworkReport } from "../../../../src/network/network.ts";
import { AskError } from "./ask-error.ts";
import type { NetworkFile, NetworkWords } from "./network-shape.ts";
import { isPublished } from "./published.ts";

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
  const response = await getFile(exportAddress(caseSlug, words, "json"));
  if (!response.ok) throw await explainRefusal(response);
  return readNodeLink((await response.json()) as NodeLink);
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

async function getFile(address: string): Promise<Response> {
  try {
    return await fetch(address, { headers: { accept: "application/json" } });
  } catch {
    throw new AskError("SERVER_GONE");
  }
}

async function explainRefusal(response: Response): Promise<AskError> {
  const body = (await response.json().catch(() => null)) as Refusal | null;
  const error = body?.errors?.[0];
  if (!error) return new AskError("SERVER_GONE");
  return new AskError(error.extensions?.code === "TIMEOUT" ? "TIMEOUT" : "REFUSED", error.message);
}

interface Refusal {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
