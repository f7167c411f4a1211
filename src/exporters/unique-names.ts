import { parseId } from "../domain/ids.ts";
import type { NetworkNode } from "../network/network.ts";

/** Gives the names of nodes for formats that know nodes by their label; those of several nodes carry the slug as well. */
export function uniqueNames(nodes: readonly NetworkNode[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of nodes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return nodes.map(({ id, name }) => (counts.get(name) === 1 ? name : `${name} (${parseId(id).slug})`));
}
