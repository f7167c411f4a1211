import type { Versions } from "../dataset/derived-facts.ts";
import type { NodeRow } from "../dataset/graph-rows.ts";
import { parseId } from "../domain/ids.ts";

/**
 * Gives a statement with the time at which it was recorded: as its row says, else as it is stored, else now; never before
 * the version that it takes the place of was taken back.
 */
export function withRecordedAt(
  node: NodeRow,
  {
    storedAt,
    versions,
    now,
  }: { readonly storedAt: string | null; readonly versions: Versions; readonly now: string },
): NodeRow {
  const own = node.properties.recordedAt;
  const written = typeof own === "string" ? own : (storedAt ?? now);
  const takenBack = versions.get(parseId(node.id).slug)?.at(-1)?.retractedAt ?? null;
  const isTooEarly = takenBack !== null && Date.parse(written) < Date.parse(takenBack);
  const recordedAt = isTooEarly ? laterOf(storedAt, takenBack) : written;
  return { ...node, properties: { ...node.properties, recordedAt } };
}

function laterOf(left: string | null, right: string): string {
  return left !== null && Date.parse(left) > Date.parse(right) ? left : right;
}
