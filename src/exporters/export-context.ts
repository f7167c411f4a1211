import type { NetworkNode } from "../network/network.ts";
import { type Attribute, NODE_ATTRIBUTES } from "./attributes.ts";

/** What a file says beside the network. */
export interface ExportContext {
  /** Version of Demarche. */
  readonly version: string;
  /** ISO day or time that the file names as its date; null: none is named. */
  readonly exportedAt: string | null;
  /** Further numbers or words of nodes, such as measures, in the order of the network's nodes; null: the node has none. */
  readonly measures?: readonly NodeColumn[];
}

export interface NodeColumn {
  readonly name: string;
  readonly type: Attribute<NetworkNode>["type"];
  readonly values: readonly (number | string | null)[];
}

/** Gives the attributes of nodes, measures included. */
export function nodeAttributes({ measures = [] }: ExportContext): readonly Attribute<NetworkNode>[] {
  return [
    ...NODE_ATTRIBUTES,
    ...measures.map(({ name, type, values }) => ({
      name,
      type,
      read: (_: NetworkNode, place: number) => values[place] ?? null,
    })),
  ];
}
