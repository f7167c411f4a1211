import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { AuditEntry } from "../loading/audit.ts";

/** What an edit is known by: its id, the editor's name and key, and a hash of all that was sent under them. */
export type SentEdit = Required<Pick<AuditEntry, "id" | "key" | "request">>;

/**
 * Gives an edit its id and key. Without a key of the editor's the id is one: where Neo4j goes away while it commits, the
 * driver tries again, and the edit then finds itself made.
 *
 * @param request - All that was sent, but the key.
 */
export function signEdit(
  { by, clientKey }: { readonly by: string; readonly clientKey?: string | null },
  request: object,
): SentEdit {
  const id = randomUUID();
  const hash = createHash("sha256").update(canonicalJson(request)).digest("hex");
  return { id, key: `${by}\n${clientKey ?? id}`, request: hash };
}

/** Writes JSON in which fields come in the order of their names. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

/**
 * Finds the entry of an edit that was made under the same key before; null where there is none.
 *
 * @throws {DemarcheError} `BAD_INPUT` where another edit was sent under the key.
 */
export async function findMade(
  transaction: Transaction,
  { key, request }: SentEdit,
): Promise<AuditEntry | null> {
  const [row] = await transaction.run<{ entry: AuditEntry }>("curation/audit-entry-by-key", { key });
  if (!row) return null;
  if (row.entry.request === request) return row.entry;
  throw new DemarcheError(
    "BAD_INPUT",
    `The client key "${key.slice(key.indexOf("\n") + 1)}" was given to another edit, of ${row.entry.recordId}: give this one a key of its own.`,
  );
}
